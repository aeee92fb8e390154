package org.sightline.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What a piece of work is for, as the pack of a meeting about it: its purpose and whom to ask, and
/// nobody it is about. The pack has the id of its piece of work.
@Component
public class CaseworkPacks implements Packs {

  private final Casework casework;
  private final GuestPasses passes;
  private final Processes processes;

  CaseworkPacks(Casework casework, GuestPasses passes, Processes processes) {
    this.casework = casework;
    this.passes = passes;
    this.processes = processes;
  }

  @Override
  public List<Pack> mine(SignedIn who) {
    return casework.mine(who).stream()
        .filter(piece -> casework.isChair(who, piece.id()))
        .map(piece -> new Pack(piece.id(), piece.id().value(), piece.purpose().title()))
        .toList();
  }

  @Override
  public Optional<Shown> shown(SignedIn guest, UUID pack) {
    return processes
        .look(guest, () -> latest(pack))
        .map(piece -> new Shown(piece.purpose().title(), "/packs/casework/" + pack));
  }

  /// @throws NotThere without a pass that is good now
  public PieceOfWork read(SignedIn guest, UUID pack) {
    return processes.read(
        guest,
        Act.in(new WorkspaceId(pack), "access.pack-read", pack),
        () -> {
          passes.requirePack(pack);
          return latest(pack).orElseThrow(NotThere::new);
        });
  }

  private Optional<PieceOfWork> latest(UUID pack) {
    return casework.versions(new WorkspaceId(pack)).stream().reduce((earlier, later) -> later);
  }
}
