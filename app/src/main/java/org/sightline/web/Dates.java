package org.sightline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates and times as people read them.
public final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private Dates() {}

  /// 3 March 2027
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /// Wednesday 3 March 2027
  public static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /// 09:05
  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /// 3 March 2027, 09:05, as the clock on the wall in London shows it
  public static String moment(Instant moment) {
    var there = moment.atZone(ZoneId.of("Europe/London"));
    return day(there.toLocalDate()) + ", " + time(there.toLocalTime());
  }
}
