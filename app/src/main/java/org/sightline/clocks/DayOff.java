package org.sightline.clocks;

import java.time.LocalDate;

/// Days that were passed over, and why.
///
/// @param name the holiday's own name, or "weekend"
public record DayOff(LocalDate first, LocalDate last, Reason reason, String name) {

  /// What kind of day off it was.
  public enum Reason {
    BANK_HOLIDAY("bank holiday"),
    WEEKEND("weekend"),
    SCHOOL_HOLIDAY("school holiday");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public DayOff {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Days off cannot end on %s, before they start on %s".formatted(last, first));
    }
  }

  static DayOff on(LocalDate day, Reason reason, String name) {
    return new DayOff(day, day, reason, name);
  }

  boolean continuesWith(DayOff next) {
    return reason == next.reason && name.equals(next.name) && last.plusDays(1).equals(next.first);
  }

  /// In a sentence: "Monday 3 May 2027 (Early May bank holiday)".
  public String words() {
    if (first.equals(last)) {
      return "%s (%s)".formatted(Days.inWords(first), name);
    }
    return "%s to %s (%s)".formatted(Days.inWords(first), Days.inWords(last), name);
  }
}
