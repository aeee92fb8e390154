package org.sightline.concerns;

import java.util.function.Function;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.concerns.Following.Opened;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// One concern for the school's own record system (practice.md, The mapping meeting). The
/// safeguarding lead alone takes it, where the concern is theirs to read; the file opens with words
/// that are kept nowhere, and the concern says which system it went into. That there is such a copy
/// stands in nobody else's list.
@Component
public class ConcernCopies {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Following following;
  private final PickUps pickUps;
  private final Words words;

  ConcernCopies(
      Processes processes,
      Workspaces workspaces,
      Following following,
      PickUps pickUps,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.following = following;
    this.pickUps = pickUps;
    this.words = words;
  }

  /// Whether the reader is the safeguarding lead of the school of a concern that is open to them.
  public boolean mayTake(SignedIn who, Concern concern) {
    return processes.look(
        who, () -> workspaces.roles(who, concern.school()).contains(Role.SAFEGUARDING_LEAD));
  }

  /// The concern, for the page that asks what for.
  ///
  /// @throws NotThere when it is not theirs to read, or they are not the lead
  public Opened open(SignedIn who, ConcernId id) {
    var opened = following.open(who, id);
    if (!mayTake(who, opened.concern())) {
      throw new NotThere();
    }
    return opened;
  }

  /// Makes the encrypted file, and writes down on the concern where it is to be filed.
  ///
  /// @param system the record system of the school, as its people call it
  /// @param paper what the copy says
  /// @throws NotThere as [#open] does
  public PickUps.Locked lock(
      SignedIn who, ConcernId id, String system, Function<Opened, PickUps.Document> paper) {
    return processes.change(
        who,
        Act.of("concerns.concern-copied", id.value()),
        () -> {
          var opened = open(who, id);
          var file =
              pickUps.lock(
                  who,
                  new Original("concerns.record-file", opened.concern().school(), id.value()),
                  new Occasion(Purpose.RECORD, system),
                  paper.apply(opened));
          following.note(who, id, words.say("concerns.copying.noted", system));
          return file;
        });
  }
}
