package org.sightline.concerns;

import java.time.Instant;
import java.util.UUID;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Whether the times of a round's concerns were kept, read by the role that cannot read a concern.
@Component
class RoundTimes {

  private final SystemProcesses processes;
  private final JdbcClockwork clockwork;
  private final ConcernRules rules;

  RoundTimes(SystemProcesses processes, JdbcClockwork clockwork, ConcernRules rules) {
    this.processes = processes;
    this.clockwork = clockwork;
    this.rules = rules;
  }

  boolean allInTime(WorkspaceId round, Instant now) {
    UUID id = round.value();
    return processes.look(
        () ->
            clockwork.ofRound(id).stream()
                .flatMap(running -> running.cycles().stream())
                .allMatch(cycle -> rules.missed(cycle, now).isEmpty()));
  }
}
