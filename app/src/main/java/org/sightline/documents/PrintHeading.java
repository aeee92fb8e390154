package org.sightline.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands at the head of every printed page (look.md, Manners): title, date and copy number.
///
/// The title also becomes the title of the file, its only metadata, so it must not name a person.
///
/// @param copy which copy this is, from 1, or `null` where copies are not counted
public record PrintHeading(String title, LocalDate date, @Nullable Integer copy) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  public PrintHeading {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A printed page needs a title");
    }
    if (copy != null && copy < 1) {
      throw new IllegalArgumentException("Copies are numbered from 1, not " + copy);
    }
  }

  /// Date and copy as printed on the right, such as "9 March 2026, copy 3".
  String right() {
    var day = DAY.format(date);
    return copy == null ? day : day + ", copy " + copy;
  }
}
