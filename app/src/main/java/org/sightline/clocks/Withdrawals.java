package org.sightline.clocks;

import java.time.Clock;
import java.time.LocalDate;

/// How long a student's slip code works (A31, ST-08).
///
/// The last day is worked out once, printed on the slip and stored; a holiday entered later must
/// not move what was printed. Ask [#isOpen] about the stored day.
public final class Withdrawals {

  private final RuleBook rules;

  public Withdrawals(RuleBook rules) {
    this.rules = rules;
  }

  /// The last day on which a map of a session can be withdrawn.
  public Deadline lastDay(LocalDate sessionDate, SchoolCalendar calendar) {
    return rules.deadline(RuleId.WITHDRAWAL, sessionDate, calendar);
  }

  /// Whether a code still works: to midnight in London at the end of the printed last day.
  ///
  /// There is no first day on purpose: a session run a day early must not lock its students out.
  public static boolean isOpen(LocalDate printedLastDay, Clock clock) {
    return clock.instant().isBefore(new Due.OnDay(printedLastDay).endsAt());
  }
}
