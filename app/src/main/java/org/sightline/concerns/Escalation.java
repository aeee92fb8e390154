package org.sightline.concerns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.ConcernClocks.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Moves what is overdue to the next readers, then to the council (ST-13). Each happens once for a
/// concern and once more after every opening again, whatever the clock does and however many copies
/// of the application run: the database holds a key on it (`step_passed_once_uq`).
@Component
class Escalation {

  private static final Logger log = LoggerFactory.getLogger(Escalation.class);

  private final SystemProcesses processes;
  private final JdbcClockwork clockwork;
  private final ConcernRules rules;
  private final ConcernNotices notices;
  private final Clock clock;

  Escalation(
      SystemProcesses processes,
      JdbcClockwork clockwork,
      ConcernRules rules,
      ConcernNotices notices,
      Clock clock) {
    this.processes = processes;
    this.clockwork = clockwork;
    this.rules = rules;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sightline.concerns.every:PT1M}",
      fixedDelayString = "${sightline.concerns.every:PT1M}")
  void byTheClock() {
    run(clock.instant());
  }

  /// Moves on what is overdue at a moment. A concern that cannot be moved does not hold up the
  /// others.
  void run(Instant now) {
    for (var running : processes.look(clockwork::undecided)) {
      try {
        moveOn(running, now);
      } catch (RuntimeException fault) {
        log.error("A concern could not be moved on: {}", fault.getClass().getSimpleName());
      }
    }
  }

  private void moveOn(JdbcClockwork.Running running, Instant now) {
    var turn = rules.turn(running.cycles().getLast(), now);
    boolean hasNext = !running.route().next().isEmpty();
    boolean overdue = turn == Turn.DEPUTY || turn == Turn.COUNCIL;
    if (overdue && hasNext) {
      pass(running, StepKind.PASSED_ON, now);
    }
    if (turn == Turn.COUNCIL || (overdue && !hasNext)) {
      pass(running, StepKind.PASSED_TO_COUNCIL, now);
    }
  }

  private void pass(JdbcClockwork.Running running, StepKind kind, Instant now) {
    if (running.has(kind)) {
      return;
    }
    var act = Act.in(running.school(), kind.act(), running.id());
    try {
      processes.change(
          act,
          () -> {
            if (!clockwork.pass(running, kind, now)) {
              throw new AnotherCopyDid();
            }
            var today = LocalDate.ofInstant(now, ConcernRules.LONDON);
            if (kind == StepKind.PASSED_ON) {
              clockwork.openToNext(running, now);
              notices.overdue(running.school(), running.id(), running.route().next(), today);
            } else {
              notices.overdueForCouncil(
                  running.school(), running.id(), running.route().all(), today);
            }
            return true;
          });
    } catch (AnotherCopyDid already) {
      log.debug("Moved on by another copy");
    }
  }

  /// Undoes this copy's transaction, its audit entry included.
  private static final class AnotherCopyDid extends RuntimeException {

    private AnotherCopyDid() {
      super("moved on by another copy", null, false, false);
    }
  }
}
