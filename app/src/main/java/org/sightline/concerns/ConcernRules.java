package org.sightline.concerns;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.ConcernClocks;
import org.sightline.clocks.ConcernClocks.Turn;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.SchoolCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Works out what is due by the rule book. Only bank holidays and weekends count here: a concern
/// does not wait for the end of the school holidays.
@Component
class ConcernRules {

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final RuleBook rules;
  private final SchoolCalendar calendar;

  ConcernRules(
      ObjectProvider<RuleBook> rules, @Value("${sightline.nation:ENGLAND}") Nation nation) {
    this.rules = rules.getIfAvailable(RuleBook::shipped);
    this.calendar = SchoolCalendar.withoutClosures(nation);
  }

  Turn turn(Concern.Cycle cycle, Instant now) {
    return clocks(cycle).turn(london(now), at(cycle.seenAt()), at(cycle.decidedAt()));
  }

  /// What has to be done next. Where there is no next reader the council's turn follows at once.
  Duty duty(Route route, List<Concern.Cycle> cycles, Instant now) {
    var missed = new ArrayList<Deadline>();
    cycles.forEach(cycle -> missed.addAll(missed(cycle, now)));
    var cycle = cycles.getLast();
    var clocks = clocks(cycle);
    var running = turn(cycle, now);
    boolean atOnce = running == Turn.DEPUTY && route.next().isEmpty();
    var turn = atOnce ? Turn.COUNCIL : running;
    Deadline due =
        switch (turn) {
          case LEAD -> cycle.seenAt() == null ? clocks.seen() : clocks.decided();
          case DEPUTY, COUNCIL ->
              atOnce ? missed(cycle, now).getLast() : clocks.deputy(at(cycle.seenAt()));
          case NOBODY -> null;
        };
    return new Duty(turn, due, missed);
  }

  /// The times that were missed in a cycle, up to a moment.
  List<Deadline> missed(Concern.Cycle cycle, Instant now) {
    var clocks = clocks(cycle);
    var missed = new ArrayList<Deadline>();
    if (isLate(clocks.seen(), cycle.seenAt(), now)) {
      missed.add(clocks.seen());
    }
    if (isLate(clocks.decided(), cycle.decidedAt(), now)) {
      missed.add(clocks.decided());
    }
    return missed;
  }

  private static boolean isLate(Deadline deadline, @Nullable Instant doneAt, Instant now) {
    var moment = doneAt == null || doneAt.isAfter(now) ? now : doneAt;
    return !moment.isBefore(deadline.due().endsAt());
  }

  private ConcernClocks clocks(Concern.Cycle cycle) {
    return ConcernClocks.of(rules, london(cycle.from()), calendar);
  }

  private static @Nullable ZonedDateTime at(@Nullable Instant moment) {
    return moment == null ? null : london(moment);
  }

  private static ZonedDateTime london(Instant moment) {
    return moment.atZone(LONDON);
  }
}
