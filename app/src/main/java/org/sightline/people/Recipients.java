package org.sightline.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.TwoPeople;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Who got copies of a person's record, or something else with their name on it: whatever prints,
/// exports or shares one says so here, so that those who got an old version can be told of a
/// correction (RR-02).
@Component
public class Recipients {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcPeople people;
  private final JdbcAddresses addresses;
  private final JdbcStatements statements;
  private final JdbcDisclosures disclosures;
  private final TwoPeople two;
  private final Words words;

  Recipients(
      Processes processes,
      Workspaces workspaces,
      JdbcPeople people,
      JdbcAddresses addresses,
      JdbcStatements statements,
      JdbcDisclosures disclosures,
      TwoPeople two,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.addresses = addresses;
    this.statements = statements;
    this.disclosures = disclosures;
    this.two = two;
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

  /// Notes that something went out on which these people are named, and nothing of what their
  /// records say: whoever got it is told when it turns out to be wrong who they are. What the same
  /// person took again, with nothing corrected since, is noted once. Whom the piece of work does
  /// not hold is passed over.
  ///
  /// @param records of those who are named
  /// @param kind a map, a matrix, papers or a pack
  public void named(
      SignedIn who,
      WorkspaceId workspace,
      Collection<UUID> records,
      Disclosure.Kind kind,
      String toWhom) {
    if (records.isEmpty()) {
      return;
    }
    var named = Set.copyOf(records);
    processes.readOfSeveral(
        who,
        Act.in(workspace, "people.names-noted", workspace.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          var held =
              people.of(workspace).stream()
                  .filter(person -> named.contains(person.id().value()))
                  .toList();
          held.forEach(person -> disclosures.addName(who, workspace, person, kind, toWhom));
          return held;
        },
        List::size);
  }

  /// The one copy that a protected address goes into, once a second person has agreed to it for
  /// this recipient (EX-08). The address counts as opened by itself; that stands on the record.
  ///
  /// @throws org.sightline.kernel.InTheWay when nobody else agreed, it has run out or was used
  /// @throws Refused when it is for somebody else, or for a parent or carer
  public Copy copyWithAddress(
      SignedIn who,
      WorkspaceId workspace,
      PersonId id,
      Disclosure.Kind kind,
      String toWhom,
      boolean toParent) {
    return processes.read(
        who,
        Act.in(workspace, "people.protected-address-copied", id.value()).with(kind.name()),
        () -> {
          var copy = copy(who, workspace, id, kind, toWhom, toParent);
          var asked = two.use(who, matter(workspace, id, copy.address()));
          if (toParent || !toWhom.equals(asked.forWhom())) {
            throw new Refused(words.say("people.copies.address.other"));
          }
          String text = addresses.open(who, workspace, id, asked.reason());
          var address = copy.address();
          return new Copy(
              copy.person(),
              new Address(address.version(), true, text, address.by(), address.at()),
              copy.statements());
        });
  }

  /// Asks a second person whether the protected address may go into one copy.
  ///
  /// @throws Refused when there is no protected address
  public void askForAddress(
      SignedIn who, WorkspaceId workspace, PersonId id, String toWhom, String reason) {
    var address =
        processes.look(
            who,
            () -> {
              workspaces.require(who, workspace, Casework.WORKERS);
              people.requireHeld(workspace, id);
              return addresses.of(id);
            });
    if (!address.isProtected()) {
      throw new Refused(words.say("people.copies.address.none"));
    }
    two.ask(who, matter(workspace, id, address), "/people/" + workspace + "/" + id, reason, toWhom);
  }

  /// What was asked about the address as it is now, if anything.
  public Optional<TwoPeople.Asked> addressAsked(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.look(
        who,
        () -> {
          var address = addresses.of(id);
          return address.isProtected()
              ? two.of(who, matter(workspace, id, address))
              : Optional.empty();
        });
  }

  /// Whether the address is protected.
  public boolean hasProtectedAddress(SignedIn who, PersonId id) {
    return processes.look(who, () -> addresses.of(id).isProtected());
  }

  private static TwoPeople.Matter matter(WorkspaceId workspace, PersonId id, Address address) {
    return new TwoPeople.Matter(
        "people.protected-address", workspace, id.value(), address.version());
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
