package org.sightline.clocks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a rule counts (security.md 5.5).
public enum Kind {
  CALENDAR_DAYS("day", "days"),
  WORKING_DAYS("working day", "working days"),
  SCHOOL_DAYS("school day", "school days"),
  CALENDAR_MONTHS("month", "months"),
  ELAPSED_HOURS("hour", "hours"),
  SAME_SCHOOL_DAY("the same school day", "the same school day"),
  NEXT_WORKING_DAY("the next working day", "the next working day");

  private final String one;
  private final String many;

  Kind(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /// Whether the rule has a number: "5 working days" has, "the same school day" has not.
  public boolean isCounted() {
    return this != SAME_SCHOOL_DAY && this != NEXT_WORKING_DAY;
  }

  /// As written in the rule book: `calendar-days`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In words: "28 days", "1 month", "the next working day".
  public String words(int amount) {
    if (!isCounted()) {
      return one;
    }
    return amount + " " + (amount == 1 ? one : many);
  }

  static Kind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no way of counting called \"%s\"; choose one of %s"
                        .formatted(code, codes())));
  }

  private static String codes() {
    return Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", "));
  }
}
