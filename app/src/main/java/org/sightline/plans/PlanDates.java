package org.sightline.plans;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.Progress;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.clocks.SchoolCalendar;
import org.springframework.stereotype.Component;

/// The days of a plan, in London, by the rule book.
@Component
public class PlanDates {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;
  private final RuleBook rules;

  PlanDates(Clock clock, RuleBook rules) {
    this.clock = clock;
    this.rules = rules;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  /// The day offered for an action agreed today (rule `measure-due`).
  public Deadline due(SchoolCalendar calendar) {
    return rules.deadline(RuleId.MEASURE_DUE, today(), calendar);
  }

  /// The day offered for looking at an action that was done (rule `measure-review`).
  public Deadline review(LocalDate doneOn, SchoolCalendar calendar) {
    return rules.deadline(RuleId.MEASURE_REVIEW, doneOn, calendar);
  }

  public static LocalDate inLondon(Instant at) {
    return LocalDate.ofInstant(at, LONDON);
  }

  Progress light(LocalDate due, @Nullable LocalDate doneOn) {
    return Progress.of(due, doneOn, today(), rules);
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
