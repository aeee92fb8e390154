package org.sightline.documents.tables;

import java.util.List;

/// A table as it stands in a file: nothing is a number or a date yet, and rows may be ragged.
///
/// @param rows those with anything in them, in the file's order
public record Table(List<Row> rows) {

  public Table {
    rows = List.copyOf(rows);
  }

  /// One row.
  ///
  /// @param number as a spreadsheet numbers it, or the line a text file's row starts on; from 1
  /// @param cells without the white space around them; what is not filled in is empty
  public record Row(int number, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    /// @param column from 0
    /// @return empty when the row is shorter
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }
}
