package org.sightline.people;

import java.util.List;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Who got copies of a person's record: whatever prints, exports or shares one says so here, so
/// that those who got an old version can be told of a correction (RR-02).
@Component
public class Recipients {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcPeople people;
  private final JdbcAddresses addresses;
  private final JdbcStatements statements;
  private final JdbcDisclosures disclosures;
  private final Words words;

  Recipients(
      Processes processes,
      Workspaces workspaces,
      JdbcPeople people,
      JdbcAddresses addresses,
      JdbcStatements statements,
      JdbcDisclosures disclosures,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.addresses = addresses;
    this.statements = statements;
    this.disclosures = disclosures;
    this.words = words;
  }

  /// What goes out in a copy: the statements that hold, with no young person as their source, and
  /// no protected address.
  public record Copy(Person person, Address address, List<Statement> statements) {}

  /// Notes that a copy goes out, and gives what is in it. To be called by whatever sends it, inside
  /// its own process or outside one.
  ///
  /// @param toWhom who gets it
  /// @param toParent whether that is a parent or carer
  /// @throws Refused when it is not safe to tell them (EX-09)
  public Copy copy(
      SignedIn who,
      WorkspaceId workspace,
      PersonId id,
      Disclosure.Kind kind,
      String toWhom,
      boolean toParent) {
    return processes.read(
        who,
        Act.in(workspace, "people.record-copied", id.value()).with(kind.name()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          var person = people.find(workspace, id);
          if (toParent && !person.details().isSafeToTell()) {
            throw new Refused(words.say("people.copies.not-safe"));
          }
          var current = statements.of(workspace, id).stream().filter(Statement::holds).toList();
          disclosures.add(
              who, workspace, person, current.stream().map(Statement::id).toList(), kind, toWhom);
          return new Copy(
              person, addresses.of(id), current.stream().map(Statement::forOthers).toList());
        });
  }

  /// Notes that whoever got a copy was told of all corrections until now.
  ///
  /// @throws org.sightline.kernel.NotThere when no such copy went out from here
  public void told(SignedIn who, WorkspaceId workspace, PersonId id, DisclosureId copy) {
    processes.change(
        who,
        Act.in(workspace, "people.recipient-told", copy.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          people.requireHeld(workspace, id);
          disclosures.tell(who, workspace, id, copy);
        });
  }
}
