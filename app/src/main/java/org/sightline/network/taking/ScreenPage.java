package org.sightline.network.taking;

import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;

/// A map on a large screen.
///
/// @param last the number of the last entry it shows
/// @param inSession whether a session of it is today, so that it stays in view
public record ScreenPage(
    WorkspaceId work, @Nullable Exercise exercise, String svg, long last, boolean inSession) {

  public String base() {
    return "/network/maps/" + work;
  }
}
