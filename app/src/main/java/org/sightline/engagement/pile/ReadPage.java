package org.sightline.engagement.pile;

import org.jspecify.annotations.Nullable;

/// What was read on one page: a letter for each place of the session's plan. Equally long for every
/// page of a session, so that its size says nothing.
///
/// @param number of the page of its sheet, from 1
/// @param of how many pages the sheet has
/// @param year group, or `null`
/// @param letters see [Looked]
record ReadPage(int number, int of, @Nullable Integer year, String letters) {

  private static final int HEAD = 8;

  String print() {
    return "%03d%03d%02d%s".formatted(number, of, year == null ? 0 : year, letters);
  }

  static ReadPage read(String text) {
    int year = Integer.parseInt(text.substring(6, HEAD));
    return new ReadPage(
        Integer.parseInt(text.substring(0, 3)),
        Integer.parseInt(text.substring(3, 6)),
        year == 0 ? null : year,
        text.substring(HEAD));
  }

  /// The same page once nothing needs to be known any more of what is on it.
  ReadPage emptied() {
    return new ReadPage(number, of, null, "-".repeat(letters.length()));
  }

  /// Hides everything, so that no log can hold it.
  @Override
  public String toString() {
    return "ReadPage[hidden]";
  }
}
