package org.sightline.concerns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.sightline.store.SystemStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The concerns that wait too long, without a word of what they say. It needs no more than the
/// database, so that a command can ask beside a running application.
@Component
public class LateConcerns implements Overdue {

  private final SystemProcesses processes;
  private final JdbcClockwork clockwork;
  private final ConcernRules rules;
  private final Clock clock;

  LateConcerns(
      SystemProcesses processes,
      SystemStore store,
      ObjectProvider<RuleBook> rules,
      @Value("${sightline.nation:ENGLAND}") Nation nation,
      Clock clock) {
    this.processes = processes;
    this.clockwork = new JdbcClockwork(store);
    this.rules = new ConcernRules(rules, nation);
    this.clock = clock;
  }

  /// One line for each concern that nobody has looked at, or decided, in its time.
  @Override
  public List<Late> list() {
    Instant now = clock.instant();
    return processes.look(clockwork::undecided).stream()
        .flatMap(running -> late(running, now))
        .toList();
  }

  private Stream<Late> late(JdbcClockwork.Running running, Instant now) {
    var cycle = running.cycles().getLast();
    return rules.missed(cycle, now).stream()
        .map(Deadline::due)
        .map(due -> due.endsAt())
        .sorted()
        .limit(1)
        .map(
            since ->
                new Late(
                    cycle.seenAt() == null ? "concern not seen" : "concern not decided",
                    running.id(),
                    since));
  }
}
