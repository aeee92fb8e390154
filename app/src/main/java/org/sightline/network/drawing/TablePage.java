package org.sightline.network.drawing;

import java.util.List;
import java.util.Map;
import org.sightline.kernel.WorkspaceId;

/// The map as a table.
///
/// @param shape what the shape of the map shows
/// @param actions how many are to be done about an element, in words, by its id
public record TablePage(
    WorkspaceId work,
    String title,
    boolean mayDraw,
    View view,
    List<Shapes.Said> shape,
    Map<String, String> actions) {

  public TablePage {
    shape = List.copyOf(shape);
    actions = Map.copyOf(actions);
  }

  public String base() {
    return "/network/maps/" + work;
  }

  public String element(String id) {
    return base() + "/elements/" + id;
  }
}
