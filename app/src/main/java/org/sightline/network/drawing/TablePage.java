package org.sightline.network.drawing;

import org.sightline.kernel.WorkspaceId;

/// The map as a table.
public record TablePage(WorkspaceId work, String title, boolean mayDraw, View view) {

  public String base() {
    return "/network/maps/" + work;
  }

  public String element(String id) {
    return base() + "/elements/" + id;
  }
}
