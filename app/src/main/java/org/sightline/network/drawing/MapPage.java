package org.sightline.network.drawing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;

/// The page with the picture. What is on the map comes after it.
///
/// @param title of the piece of work
/// @param mayDraw whether the reader draws, or only reads
/// @param versions that can be looked back at, by id, the first first
/// @param exercise whose map it is, or `null` for any other piece of work
public record MapPage(
    WorkspaceId work,
    String title,
    boolean mayDraw,
    Map<String, String> versions,
    @Nullable Exercise exercise) {

  /// Nothing is drawn in an exercise that is closed.
  public boolean draws() {
    return mayDraw && (exercise == null || exercise.isOpen());
  }

  public String base() {
    return "/network/maps/" + work;
  }
}
