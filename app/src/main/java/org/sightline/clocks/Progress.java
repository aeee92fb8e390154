package org.sightline.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Where an action stands. Missed stays missed, also once it is done (product.md, rule 7).
///
/// @param daysLate how many days after its last day it was done, or is now; 0 in time
public record Progress(Light light, long daysLate) {

  /// The words come first; a colour only ever repeats them (product.md, rule 8).
  public enum Light {
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    OVERDUE("Overdue"),
    DONE("Done");

    private final String words;

    Light(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Progress {
    if (daysLate < 0) {
      throw new IllegalArgumentException(
          "An action cannot be %d days late; in time is 0".formatted(daysLate));
    }
  }

  /// @param due the last day on which it is in time
  /// @param doneOn the day it was done, or `null`
  /// @param today the day in London
  /// @param rules its `measure-at-risk` says how many days before the last day to warn
  public static Progress of(
      LocalDate due, @Nullable LocalDate doneOn, LocalDate today, RuleBook rules) {
    if (doneOn != null && doneOn.isAfter(today)) {
      throw new IllegalArgumentException(
          "An action cannot be done on %s, which is after today, %s".formatted(doneOn, today));
    }
    var daysLate = Math.max(0, ChronoUnit.DAYS.between(due, doneOn == null ? today : doneOn));
    if (doneOn != null) {
      return new Progress(Light.DONE, daysLate);
    }
    if (daysLate > 0) {
      return new Progress(Light.OVERDUE, daysLate);
    }
    var warnFrom = due.minusDays(rules.rule(RuleId.MEASURE_AT_RISK).amount());
    return new Progress(today.isBefore(warnFrom) ? Light.ON_TRACK : Light.AT_RISK, 0);
  }

  /// In words: "On track", "Overdue by 1 day", "Done, 3 days late".
  public String words() {
    if (daysLate == 0) {
      return light.words();
    }
    var days = daysLate == 1 ? "1 day" : daysLate + " days";
    return light == Light.DONE ? "Done, %s late".formatted(days) : "Overdue by " + days;
  }
}
