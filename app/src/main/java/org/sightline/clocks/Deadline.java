package org.sightline.clocks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// A date that explains itself (product.md, rule 7).
///
/// @param explanation how the date came about, in sentences
/// @param passedOver the days off that made it later, in order
public record Deadline(Due due, RuleId rule, String explanation, List<DayOff> passedOver) {

  public Deadline {
    if (explanation.isBlank()) {
      throw new IllegalArgumentException(
          "A deadline under %s needs its explanation".formatted(rule));
    }
    passedOver = List.copyOf(passedOver);
  }

  public LocalDate lastDay() {
    return due.lastDay();
  }

  /// Whether there is still time: true to the very end of the last day in London.
  public boolean isOpen(Clock clock) {
    return clock.instant().isBefore(due.endsAt());
  }

  public boolean isMissed(Clock clock) {
    return !isOpen(clock);
  }
}
