package org.sightline.network.preparing;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;

/// The matrix: a row for each, a column for each cell.
public record MatrixPage(
    Exercise exercise, Map<String, String> cells, List<Row> rows, boolean mayWrite) {

  /// @param gone that they were taken off the map, in a sentence, or empty
  /// @param cells the statements of each cell, by its name
  public record Row(
      String id, String name, String kind, String gone, Map<String, List<Said>> cells) {}

  /// A statement, in words.
  public record Said(String id, String tag, String words, String how, String by, boolean isOver) {}
}
