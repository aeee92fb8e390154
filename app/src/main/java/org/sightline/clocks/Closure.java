package org.sightline.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days on which a school is shut to pupils: a holiday or an inset day, both ends included.
///
/// @param name as it reads in a sentence: "Easter holiday", "inset day"
public record Closure(LocalDate first, LocalDate last, String name) {

  static final int LONGEST_DAYS = 366;

  public Closure {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "The closure from %s needs a name, such as Easter holiday".formatted(first));
    }
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The %s cannot end on %s, before it starts on %s".formatted(name, last, first));
    }
    if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
      throw new IllegalArgumentException(
          "The %s from %s to %s is longer than a year; check the dates"
              .formatted(name, first, last));
    }
  }

  public static Closure insetDay(LocalDate day) {
    return new Closure(day, day, "inset day");
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
