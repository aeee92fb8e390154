package org.sightline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What somebody else saved while a page was open, beside what was typed on it. The form
/// below it holds what was typed, and follows their version when it is sent again.
///
/// @param by who saved it, and when
/// @param rows where they differ, in the order of the form; none where both wrote the same
public record SavedFirst(String by, List<Row> rows) {

  /// One field in its three versions; empty where nothing stands in it.
  ///
  /// @param opened what stood there when the page was opened, empty also where that is not known
  public record Row(String what, String opened, String theirs, String typed) {}

  public SavedFirst {
    rows = List.copyOf(rows);
  }

  /// Compares three versions, each by the labels of its fields.
  ///
  /// @param opened without any field where nobody knows what was on the page
  public static SavedFirst of(
      String by,
      Map<String, String> opened,
      Map<String, String> theirs,
      Map<String, String> typed) {
    var rows = new ArrayList<Row>();
    theirs.forEach(
        (what, now) -> {
          String before = opened.getOrDefault(what, "");
          String mine = typed.getOrDefault(what, "");
          if (!now.equals(mine) || opened.containsKey(what) && !now.equals(before)) {
            rows.add(new Row(what, before, now, mine));
          }
        });
    return new SavedFirst(by, rows);
  }
}
