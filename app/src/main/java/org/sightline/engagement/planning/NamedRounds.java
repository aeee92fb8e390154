package org.sightline.engagement.planning;

import java.util.Optional;
import org.sightline.access.NamedWorkspaces;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Tells access what a round is called.
@Component
class NamedRounds implements NamedWorkspaces {

  private final JdbcRounds rounds;

  NamedRounds(JdbcRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public Optional<Named> named(WorkspaceId workspace) {
    try {
      return Optional.of(
          new Named(rounds.find(workspace).title(), "/engagement/rounds/" + workspace));
    } catch (NotThere anotherKind) {
      return Optional.empty();
    }
  }
}
