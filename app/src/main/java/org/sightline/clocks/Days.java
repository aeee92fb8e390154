package org.sightline.clocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and times as they are written for people, always in London.
final class Days {

  /// ST-08: every last day is a day in London.
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK);

  private Days() {}

  static String inWords(LocalDate day) {
    return DAY.format(day);
  }

  static String inWords(ZonedDateTime moment) {
    return TIME.format(moment.withZoneSameInstant(LONDON));
  }
}
