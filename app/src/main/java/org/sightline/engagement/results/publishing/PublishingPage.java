package org.sightline.engagement.results.publishing;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sightline.engagement.results.Readiness;

/// What is ready to be made into results, and what waits.
///
/// @param results address of the score page
public record PublishingPage(String results, String round, Readiness readiness) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public String day(Readiness.Made made) {
    return DAY.format(made.on());
  }
}
