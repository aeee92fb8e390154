package org.sightline.people;

import java.util.Optional;
import org.sightline.access.Casework;
import org.sightline.access.TwoPeople;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Whether an address stays protected. A new address of somebody whose address is protected is
/// protected too; that it need not be any more takes a reason and a second person (AC-12, EX-08).
/// Putting protection on takes one.
@Component
public class Protection {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcPeople people;
  private final JdbcAddresses addresses;
  private final TwoPeople two;

  Protection(
      Processes processes,
      Workspaces workspaces,
      JdbcPeople people,
      JdbcAddresses addresses,
      TwoPeople two) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.addresses = addresses;
    this.two = two;
  }

  /// Whether the address is protected.
  public boolean isOn(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.look(who, () -> address(who, workspace, id).isProtected());
  }

  /// Asks a second person whether the protection may come off the address as it is now.
  ///
  /// @throws NotThere when it is not protected, or not the reader's to write
  public void ask(SignedIn who, WorkspaceId workspace, PersonId id, String reason) {
    var address = processes.look(who, () -> protectedOne(who, workspace, id));
    two.ask(who, matter(workspace, id, address), "/people/" + workspace + "/" + id, reason, null);
  }

  /// What was asked about the address as it is now, if anything.
  ///
  /// @throws NotThere when it is not protected, or not the reader's to write
  public Optional<TwoPeople.Asked> asked(SignedIn who, WorkspaceId workspace, PersonId id) {
    return processes.look(
        who, () -> two.of(who, matter(workspace, id, protectedOne(who, workspace, id))));
  }

  /// Takes the protection off, for whoever asked and was agreed with. The address stays as it is.
  ///
  /// @throws org.sightline.kernel.InTheWay when nobody else agreed, it has run out, or the address
  ///     was written anew meanwhile
  /// @throws NotThere when it is not protected, or not the reader's to write
  public void lift(SignedIn who, WorkspaceId workspace, PersonId id) {
    processes.change(
        who,
        Act.in(workspace, "people.address-protection-lifted", id.value()),
        () -> {
          two.use(who, matter(workspace, id, protectedOne(who, workspace, id)));
          addresses.lift(who, workspace, id);
        });
  }

  private Address protectedOne(SignedIn who, WorkspaceId workspace, PersonId id) {
    var address = address(who, workspace, id);
    if (!address.isProtected()) {
      throw new NotThere();
    }
    return address;
  }

  private Address address(SignedIn who, WorkspaceId workspace, PersonId id) {
    workspaces.require(who, workspace, Casework.WORKERS);
    people.requireHeld(workspace, id);
    return addresses.of(id);
  }

  private static TwoPeople.Matter matter(WorkspaceId workspace, PersonId id, Address address) {
    return new TwoPeople.Matter("people.protection-off", workspace, id.value(), address.version());
  }
}
