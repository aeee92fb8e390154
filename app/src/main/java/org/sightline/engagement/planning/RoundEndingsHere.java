package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.Optional;
import org.sightline.concerns.RoundEndings;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Tells the wall around concerns when a round has ended: only then may its owner learn whether
/// everything was followed up on time (practice.md 6).
@Component
class RoundEndingsHere implements RoundEndings {

  private final JdbcRounds rounds;

  RoundEndingsHere(JdbcRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public Optional<LocalDate> endedOn(WorkspaceId round) {
    try {
      return Optional.ofNullable(rounds.find(round).endedOn());
    } catch (NotThere notOpen) {
      return Optional.empty();
    }
  }
}
