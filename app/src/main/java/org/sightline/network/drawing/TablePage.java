package org.sightline.network.drawing;

import java.util.List;
import org.sightline.kernel.WorkspaceId;

/// The map as a table.
///
/// @param shape what the shape of the map shows
public record TablePage(
    WorkspaceId work, String title, boolean mayDraw, View view, List<Shapes.Said> shape) {

  public TablePage {
    shape = List.copyOf(shape);
  }

  public String base() {
    return "/network/maps/" + work;
  }

  public String element(String id) {
    return base() + "/elements/" + id;
  }
}
