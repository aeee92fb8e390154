package org.sightline.network.drawing;

import java.util.List;
import org.sightline.kernel.WorkspaceId;

/// What was done to the map, the last first.
///
/// @param all how many entries there are
public record LogPage(WorkspaceId work, String title, List<Row> rows, int all) {

  public LogPage {
    rows = List.copyOf(rows);
  }

  /// @param at in words
  /// @param about what it is about
  /// @param mine whether the reader did it and can take it back
  public record Row(
      long number, String at, String by, boolean tookBack, String about, boolean mine) {}

  public String base() {
    return "/network/maps/" + work;
  }
}
