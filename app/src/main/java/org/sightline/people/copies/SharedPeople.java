package org.sightline.people.copies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.PieceOfWork;
import org.sightline.documents.PickUps;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Disclosure;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.Recipients;
import org.sightline.sharing.AboutKind;
import org.sightline.sharing.Category;
import org.sightline.sharing.Shareable;
import org.sightline.sharing.SharedWork;
import org.springframework.stereotype.Component;

/// Offers the records of a piece of work to the sharing desk. What goes out comes from [Recipients]
/// and nowhere else: no protected address is in it, and who gets it stands on the record.
@Component
class SharedPeople implements SharedWork {

  private static final String RECORD = "people.record";

  private final Casework casework;
  private final People people;
  private final Recipients recipients;
  private final RecordPaper paper;

  SharedPeople(Casework casework, People people, Recipients recipients, RecordPaper paper) {
    this.casework = casework;
    this.people = people;
    this.recipients = recipients;
    this.paper = paper;
  }

  @Override
  public List<Desk> desks(SignedIn who) {
    return casework.mine(who).stream()
        .map(piece -> new Desk(piece.id(), piece.purpose().title(), "/people/" + piece.id()))
        .toList();
  }

  @Override
  public List<Shareable> shareables(SignedIn who, WorkspaceId workspace) {
    if (!isOne(who, workspace)) {
      return List.of();
    }
    return people.list(who, workspace).stream()
        .map(
            person ->
                new Shareable(
                    person.id().value(),
                    RECORD,
                    person.details().name(),
                    AboutKind.PERSON,
                    Set.of(Category.IDENTITY),
                    false,
                    !person.details().isSafeToTell(),
                    1,
                    "/people/" + workspace + "/" + person.id()))
        .toList();
  }

  @Override
  public Set<String> papers() {
    return Set.of(RECORD);
  }

  @Override
  public Optional<PickUps.Document> document(
      SignedIn who, WorkspaceId workspace, UUID record, String toWhom, boolean toFamily) {
    if (!isOne(who, workspace)
        || people.list(who, workspace).stream().noneMatch(one -> one.id().value().equals(record))) {
      return Optional.empty();
    }
    var copy =
        recipients.copy(
            who, workspace, new PersonId(record), Disclosure.Kind.SHARED, toWhom, toFamily);
    return Optional.of(paper.document(paper.page(workspace, copy, toWhom)));
  }

  private boolean isOne(SignedIn who, WorkspaceId workspace) {
    return casework.mine(who).stream().map(PieceOfWork::id).anyMatch(workspace::equals);
  }
}
