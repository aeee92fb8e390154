package org.sightline.network;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.people.Disclosure;
import org.sightline.people.Recipients;
import org.springframework.stereotype.Component;

/// Notes on the records of those who are named on something that leaves who got it, so that they
/// can be told when it turns out to be wrong who somebody is (RR-02).
@Component
public class NamesGone {

  private final Recipients recipients;
  private final Users users;

  NamesGone(Recipients recipients, Users users) {
    this.recipients = recipients;
    this.users = users;
  }

  /// A copy of a map, taken by whoever asks.
  public void map(SignedIn who, WorkspaceId work, Picture picture) {
    note(who, work, picture.on(ElementKind.NODE).stream(), Disclosure.Kind.MAP);
  }

  /// A copy of the matrix, taken by whoever asks.
  public void matrix(SignedIn who, WorkspaceId work, List<Subject> subjects) {
    var records = subjects.stream().map(Subject::person).filter(Objects::nonNull).toList();
    recipients.named(who, work, records, Disclosure.Kind.MATRIX, users.nameOf(who.user()));
  }

  /// Papers for a file, taken by whoever asks; whoever is a letter in them is not named.
  public void papers(SignedIn who, WorkspaceId work, Picture picture, Set<ElementId> named) {
    note(
        who,
        work,
        picture.on(ElementKind.NODE).stream().filter(node -> named.contains(node.id())),
        Disclosure.Kind.PAPERS);
  }

  /// The pack of a session, to which a guest was asked.
  void pack(SignedIn who, WorkspaceId work, Collection<UUID> records, UserId guest) {
    recipients.named(who, work, records, Disclosure.Kind.PACK, users.nameOf(guest));
  }

  private void note(SignedIn who, WorkspaceId work, Stream<Element> nodes, Disclosure.Kind kind) {
    var records =
        nodes
            .map(node -> node.value(Field.RECORD))
            .filter(record -> !record.isEmpty())
            .map(Ids::parse)
            .toList();
    recipients.named(who, work, records, kind, users.nameOf(who.user()));
  }
}
