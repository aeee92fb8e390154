package org.sightline.contexts.drawing;

import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Drawn;
import org.sightline.contexts.floorplans.OutlineJson;
import org.sightline.contexts.floorplans.OutlineText;
import org.sightline.contexts.floorplans.Zone;

/// A zone as it was typed or drawn.
///
/// @param corners percentages, `10,10 40,10 40,30`, or the drawing's JSON
public record ZoneForm(
    int floor,
    String name,
    String corners,
    String adults,
    String watched,
    String otherYears,
    boolean oneAdult,
    String notes) {

  static ZoneForm of(Zone zone) {
    return new ZoneForm(
        zone.floor(),
        zone.name(),
        OutlineText.print(zone.outline()),
        zone.adults().name(),
        zone.watched().name(),
        zone.otherYears().name(),
        zone.oneAdult(),
        zone.notes() == null ? "" : zone.notes());
  }

  static ZoneForm drawn(int floor, String name, String corners) {
    return new ZoneForm(floor, name, corners, "NOT_ASKED", "NOT_ASKED", "NOT_ASKED", false, "");
  }

  Drawn outline() {
    String typed = corners.strip();
    return typed.startsWith("[") ? OutlineJson.parse(typed) : OutlineText.parse(typed);
  }

  @Nullable String notesIfAny() {
    return notes.isBlank() ? null : notes.strip();
  }
}
