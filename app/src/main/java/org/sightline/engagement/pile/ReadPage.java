package org.sightline.engagement.pile;

import org.jspecify.annotations.Nullable;

/// What was read on one page: a letter for each place of the session's plan. Equally long for every
/// page of a session, so that its size says nothing.
///
/// @param number of the page of its sheet, from 1
/// @param of how many pages the sheet has
/// @param year group, or `null`, or [#SEVERAL_YEARS]
/// @param letters see [Looked]
record ReadPage(int number, int of, @Nullable Integer year, String letters) {

  /// More than one year is ticked: the sheet counts without a year, and whoever dropped it is told.
  static final int SEVERAL_YEARS = 99;

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

  /// The one year that is ticked, or `null`.
  @Nullable Integer oneYear() {
    return hasSeveralYears() ? null : year;
  }

  boolean hasSeveralYears() {
    return year != null && year == SEVERAL_YEARS;
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
