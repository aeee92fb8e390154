package org.sightline.people;

import java.util.Comparator;
import java.util.List;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The records of people, each seen through the pieces of work that hold it.
///
/// Reading needs a piece of work that is open to the reader; writing needs one they work on.
/// Everything that shows a name is recorded (AU-01).
@Component
public class People {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcPeople people;
  private final JdbcIdentifiers identifiers;
  private final JdbcAddresses addresses;
  private final JdbcStatements statements;
  private final JdbcDisclosures disclosures;
  private final SameSurname sameSurname;

  People(
      Processes processes,
      Workspaces workspaces,
      JdbcPeople people,
      JdbcIdentifiers identifiers,
      JdbcAddresses addresses,
      JdbcStatements statements,
      JdbcDisclosures disclosures,
      SameSurname sameSurname) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.identifiers = identifiers;
    this.addresses = addresses;
    this.statements = statements;
    this.disclosures = disclosures;
    this.sameSurname = sameSurname;
  }

  /// Everybody a piece of work holds, by name; without their numbers.
  ///
  /// @throws NotThere when it is not open to the reader
  public List<Person> list(SignedIn who, WorkspaceId workspace) {
    return processes.readOfSeveral(
        who,
        Act.in(workspace, "people.list-read", workspace.value()),
        () -> {
          workspaces.require(who, workspace);
          return people.of(workspace).stream().sorted(byName()).toList();
        },
        List::size);
  }

  /// One record with everything that one piece of work knows.
  ///
  /// @throws NotThere when it is not open to the reader, or not held there
  public PersonRecord record(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.read(
        who,
        Act.in(workspace, "people.record-read", id.value()),
        () -> {
          workspaces.require(who, workspace);
          var person = people.find(workspace, id);
          sameSurname.opened(who, workspace, person);
          var holders = people.holders(id);
          if (holders.getFirst().equals(workspace)) {
            workspaces.showing(workspace, id.value());
          }
          return new PersonRecord(
              person,
              addresses.of(id),
              addresses.openings(id),
              statements.of(workspace, id),
              disclosures.of(workspace, id),
              holders);
        });
  }

  /// Every version of who somebody is, the first first.
  public List<Person> history(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.read(
        who,
        Act.in(workspace, "people.history-read", id.value()),
        () -> {
          workspaces.require(who, workspace);
          people.requireHeld(workspace, id);
          return people.history(id);
        });
  }

  /// Whether the reader may write there, or only read.
  public boolean mayWrite(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () ->
            workspaces.roles(who, workspace).stream()
                .anyMatch(List.of(Casework.WORKERS)::contains));
  }

  /// @throws NotThere when the reader may not write there
  public void requireWorker(SignedIn who, WorkspaceId workspace) {
    processes.look(who, () -> workspaces.require(who, workspace, Casework.WORKERS));
  }

  /// @throws NotThere when the reader may not write about this person there
  public void requireWritableBy(SignedIn who, WorkspaceId workspace, PersonId id) {
    try {
      processes.look(
          who,
          () -> {
            requireWritable(who, workspace, id);
            return true;
          });
    } catch (NotThere refused) {
      // Whoever tries the addresses of forms tries to read: that is written down too (AU-01).
      processes.read(
          who,
          Act.in(workspace, "people.record-read", id.value()),
          () -> {
            throw refused;
          });
    }
  }

  /// Whether it is safe to tell somebody's parent or carer (EX-09). To be asked before anything
  /// goes to them.
  public boolean isSafeToTell(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, workspace);
          return people.find(workspace, id).details().isSafeToTell();
        });
  }

  /// A new record. That somebody elsewhere holds one of the same young person is not said: only a
  /// signpost tells that.
  public PersonId add(
      SignedIn who, WorkspaceId workspace, PersonDetails details, List<Identifier> numbers) {
    var id = PersonId.random();
    processes.change(
        who,
        Act.in(workspace, "people.person-added", id.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          people.add(who, workspace, id, details);
          numbers.forEach(number -> identifiers.add(who, workspace, id, number));
        });
    return id;
  }

  /// @param version that was on the page
  /// @param because why the details change; stays beside the version before
  /// @throws org.sightline.kernel.Stale when somebody else saved first
  public void change(
      SignedIn who,
      WorkspaceId workspace,
      PersonId id,
      int version,
      PersonDetails details,
      String because) {
    processes.change(
        who,
        Act.in(workspace, "people.details-changed", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          people.write(who, workspace, id, version, details, because);
        });
  }

  public void addNumber(SignedIn who, WorkspaceId workspace, PersonId id, Identifier number) {
    processes.change(
        who,
        Act.in(workspace, "people.number-added", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          identifiers.add(who, workspace, id, number);
        });
  }

  /// Takes a number off the record; it stays in the database with who took it off.
  public void endNumber(SignedIn who, WorkspaceId workspace, PersonId id, IdentifierId number) {
    processes.change(
        who,
        Act.in(workspace, "people.number-ended", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          identifiers.end(who, id, number);
        });
  }

  /// @param version that was on the page; 0 for none
  /// @param isProtected goes without saying where the address before was ([Protection])
  public void setAddress(
      SignedIn who,
      WorkspaceId workspace,
      PersonId id,
      int version,
      String address,
      boolean isProtected) {
    processes.change(
        who,
        Act.in(workspace, "people.address-set", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          addresses.write(who, workspace, id, version, address, isProtected);
        });
  }

  /// A protected address, opened by itself.
  ///
  /// @param reason why it is needed; kept sealed beside the record
  public String openAddress(SignedIn who, WorkspaceId workspace, PersonId id, String reason) {
    return processes.read(
        who,
        Act.in(workspace, "people.protected-address-opened", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          return addresses.open(who, workspace, id, reason);
        });
  }

  /// Lets another piece of work hold the record too. The person who does works on both, and does
  /// not open the other by it.
  public void holdToo(SignedIn who, WorkspaceId workspace, PersonId id, WorkspaceId other) {
    processes.change(
        who,
        Act.in(other, "people.person-held", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          workspaces.requireUnasked(who, other, Casework.WORKERS);
          people.hold(who, other, id);
        });
  }

  /// Ends that a piece of work holds the record: from now on it is not seen through it.
  public void release(SignedIn who, WorkspaceId workspace, PersonId id) {
    processes.change(
        who,
        Act.in(workspace, "people.person-released", id.value()),
        () -> {
          requireWritable(who, workspace, id);
          people.release(who, workspace, id);
        });
  }

  /// What a piece of work let go lately, to be put back.
  public List<Released> released(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          return people.released(workspace);
        });
  }

  /// Puts back a record that this piece of work let go.
  ///
  /// @throws NotThere when it is none of those
  public void putBack(SignedIn who, WorkspaceId workspace, PersonId id) {
    processes.change(
        who,
        Act.in(workspace, "people.person-put-back", id.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          if (people.released(workspace).stream().noneMatch(gone -> gone.id().equals(id))) {
            throw new NotThere();
          }
          people.hold(who, workspace, id);
        });
  }

  static Comparator<Person> byName() {
    return Comparator.comparing((Person person) -> person.details().name())
        .thenComparing(person -> person.id().value());
  }

  private void requireWritable(SignedIn who, WorkspaceId workspace, PersonId id) {
    workspaces.require(who, workspace, Casework.WORKERS);
    people.requireHeld(workspace, id);
  }
}
