package org.sightline.network.drawing;

import org.sightline.kernel.WorkspaceId;

/// The page with the picture. What is on the map comes after it.
///
/// @param title of the piece of work
/// @param mayDraw whether the reader draws, or only reads
public record MapPage(WorkspaceId work, String title, boolean mayDraw) {

  public String base() {
    return "/network/maps/" + work;
  }
}
