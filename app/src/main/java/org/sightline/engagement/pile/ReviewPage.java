package org.sightline.engagement.pile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marking.DrawnFloor;
import org.sightline.engagement.planning.SessionId;

/// One place of one sheet, to be decided. It says neither which sheet it is nor what the reader
/// saw.
///
/// @param place as printed: number and name
/// @param key of the place on the plan
/// @param floors the one the place is on
/// @param decided of `of` places
/// @param problem with what was decided before, or `null`
public record ReviewPage(
    SessionId session,
    String zone,
    int number,
    String place,
    String key,
    List<DrawnFloor> floors,
    int decided,
    int of,
    boolean canUndo,
    @Nullable String problem) {

  public ReviewPage {
    floors = List.copyOf(floors);
  }

  public String base() {
    return PilePage.base(session) + "/review";
  }

  public String pile() {
    return PilePage.base(session);
  }
}
