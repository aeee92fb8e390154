package org.sightline.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments as they are written for people, in London.
public final class Moments {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.UK);

  private Moments() {}

  public static String inWords(LocalDate day) {
    return DAY.format(day);
  }

  public static String inWords(Instant moment) {
    return MOMENT.format(moment.atZone(ConcernRules.LONDON));
  }
}
