package org.sightline.sharing;

import java.util.function.Function;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies;
import org.sightline.documents.Purpose;
import org.sightline.documents.Stamp;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// Copies of the register. It belongs to no workspace, so a copy is written down where whoever
/// takes it works.
@Component
public class RegisterCopies {

  private final Copies copies;
  private final Workspaces workspaces;
  private final Processes processes;

  RegisterCopies(Copies copies, Workspaces workspaces, Processes processes) {
    this.copies = copies;
    this.workspaces = workspaces;
    this.processes = processes;
  }

  /// @throws NotThere when they hold no role anywhere
  public byte[] take(SignedIn who, Purpose purpose, Function<Stamp, byte[]> make) {
    var place = processes.look(who, () -> workspaces.any().orElseThrow(NotThere::new));
    var of = new Copies.Original("sharing.register", place, place.value());
    return copies.take(who, of, purpose, make);
  }
}
