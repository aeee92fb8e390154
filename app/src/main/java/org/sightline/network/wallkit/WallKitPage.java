package org.sightline.network.wallkit;

import java.util.List;
import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// What can be printed for a wall, and who is which letter.
public record WallKitPage(WorkspaceId work, String title, Purpose purpose, List<Row> rows) {

  public String base() {
    return "/network/maps/" + work;
  }

  public String here() {
    return base() + "/wall-kit";
  }

  /// @param mark in place of the name
  public record Row(String mark, String name) {}
}
