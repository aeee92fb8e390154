package org.sightline.network.exchange;

import java.util.List;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.Stamp;
import org.sightline.documents.tables.Table;

/// What our own tables have more than what they say: the column of the stamp, and in text the mark
/// before what a spreadsheet would run. Without them a table that went out comes back as it was.
final class OwnMarks {

  private OwnMarks() {}

  /// @param isText whether it was text with separators, and no spreadsheet
  static Table without(Table table, boolean isText) {
    int width = table.rows().getFirst().cells().size();
    int kept = Stamp.isIn(table.rows().getFirst().cells().getLast()) ? width - 1 : width;
    boolean marked =
        isText
            && table.rows().stream()
                .anyMatch(row -> row.cells().stream().anyMatch(OwnMarks::isMarked));
    if (kept == width && !marked || kept == 0) {
      return table;
    }
    return new Table(
        table.rows().stream()
            .map(
                row -> {
                  // A row that is wider than the headings stays so, to be refused with its number.
                  boolean stamped = kept < width && row.cells().size() == width;
                  var cells = stamped ? row.cells().subList(0, kept) : row.cells();
                  return new Table.Row(row.number(), marked ? unmarked(cells) : cells);
                })
            .toList());
  }

  private static boolean isMarked(String cell) {
    return !SafeCsv.unmarked(cell).equals(cell);
  }

  private static List<String> unmarked(List<String> cells) {
    return cells.stream().map(SafeCsv::unmarked).toList();
  }
}
