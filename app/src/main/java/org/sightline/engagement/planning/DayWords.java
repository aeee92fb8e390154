package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and times as pages show them: "Monday 9 March 2026", "09:05".
public final class DayWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private DayWords() {}

  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /// For tables: "9 March 2026".
  public static String briefly(LocalDate day) {
    return SHORT.format(day);
  }

  public static String of(LocalTime time) {
    return TIME.format(time);
  }
}
