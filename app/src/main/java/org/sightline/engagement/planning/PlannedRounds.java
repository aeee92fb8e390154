package org.sightline.engagement.planning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.PlannedWork;
import org.springframework.stereotype.Component;

/// Tells the intervention plan which round it belongs to.
@Component
class PlannedRounds implements PlannedWork {

  private final JdbcRounds rounds;
  private final Processes processes;
  private final Workspaces workspaces;

  PlannedRounds(JdbcRounds rounds, Processes processes, Workspaces workspaces) {
    this.rounds = rounds;
    this.processes = processes;
    this.workspaces = workspaces;
  }

  @Override
  public Optional<About> about(SignedIn who, WorkspaceId workspace) {
    return Optional.ofNullable(processes.look(who, () -> find(workspace)));
  }

  private @Nullable About find(WorkspaceId workspace) {
    try {
      Round round = rounds.find(workspace);
      return new About(
          round.title(),
          workspaces.nameOf(round.school()),
          rounds.lastHeld(round),
          round.tellBy(),
          "/engagement/rounds/" + workspace);
    } catch (NotThere none) {
      return null;
    }
  }
}
