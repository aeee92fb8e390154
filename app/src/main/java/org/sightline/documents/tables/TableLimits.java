package org.sightline.documents.tables;

/// How much a table may hold before it is refused.
///
/// @param bytes of the file
/// @param unpacked bytes of everything inside a spreadsheet, which is a packed folder
public record TableLimits(int bytes, long unpacked, int rows, int columns) {

  /// For what a person brings to a piece of work: a list of some ten thousand people.
  public static final TableLimits USUAL = new TableLimits(20_000_000, 100_000_000, 200_000, 5_000);
}
