package org.sightline.network.preparing;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;

/// The matrix: a row for each, a column for each cell.
public record MatrixPage(
    Exercise exercise, Map<String, String> cells, List<Row> rows, boolean mayWrite) {

  /// @param gone that they were taken off the map, in a sentence, or empty
  /// @param cells the statements of each cell, by its name
  /// @param questions what is to be found out
  public record Row(
      String id,
      String name,
      String kind,
      String gone,
      Map<String, List<Said>> cells,
      List<Asked> questions) {}

  /// A key question.
  ///
  /// @param found in a sentence each; none while it is open
  public record Asked(String question, List<String> found) {}

  /// A statement, in words.
  public record Said(String id, String tag, String words, String how, String by, boolean isOver) {}
}
