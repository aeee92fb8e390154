package org.sightline.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands at the head of every printed page (look.md, Manners): title, date and copy number.
///
/// The title also becomes the title of the file, its only metadata, so it must not name a person.
///
/// @param stamp who took it and for what, or `null` on what young people get in their hands
public record PrintHeading(String title, LocalDate date, @Nullable Stamp stamp) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public PrintHeading {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A printed page needs a title");
    }
  }

  /// Date and copy as printed on the right, such as "9 March 2026, copy 3".
  String right() {
    var day = DAY.format(date);
    return stamp == null ? day : day + ", copy " + stamp.number();
  }
}
