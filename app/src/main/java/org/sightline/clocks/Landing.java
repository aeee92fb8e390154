package org.sightline.clocks;

import java.util.Arrays;
import java.util.Locale;

/// Where a date that falls on a day off moves to: later, never earlier; what is counted back,
/// earlier.
public enum Landing {
  ANY_DAY("stays where it falls"),
  WORKING_DAY("moves to the next working day"),
  SCHOOL_DAY("moves to the next school day");

  private final String words;

  Landing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The same for a rule that is counted back.
  public String words(boolean isBefore) {
    return isBefore ? words.replace("to the next", "back to the last") : words;
  }

  /// As written in the rule book: `school-day`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Landing of(String code) {
    return Arrays.stream(values())
        .filter(landing -> landing.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a date can land on any-day, working-day or school-day, not on \"%s\""
                        .formatted(code)));
  }
}
