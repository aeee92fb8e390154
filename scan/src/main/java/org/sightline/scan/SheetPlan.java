package org.sightline.scan;

import java.util.List;
import org.sightline.scan.SheetLayout.LevelBox;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Tick;
import org.sightline.scan.SheetLayout.Zone;

/// A plan before it is laid out on paper: the zones in any unit, and which year groups can be
/// ticked. Zones without polygons, or boxes instead of them, make a sheet that is a list.
///
/// @param ticks only their ids matter: where they stand is decided when the sheet is laid out
public record SheetPlan(PageSize page, List<Zone> zones, List<Tick> ticks, List<LevelBox> boxes) {

  public SheetPlan {
    ticks = ticks == null ? List.of() : List.copyOf(ticks);
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
    zones =
        zones == null || zones.isEmpty()
            ? boxes.stream()
                .map(LevelBox::zone)
                .distinct()
                .map(id -> new Zone(id, id, List.of()))
                .toList()
            : List.copyOf(zones);
    SheetLayout.checkZones(zones);
    page = LayoutFiles.orA4(page);
    if (boxes.isEmpty()) {
      refuseMixed(zones);
    }
    if (ticks.size() > 12) {
      throw new IllegalArgumentException(
          "A sheet has room for 12 boxes to tick, not %d.".formatted(ticks.size()));
    }
  }

  private static void refuseMixed(List<Zone> zones) {
    var without = zones.stream().filter(zone -> zone.polygon().isEmpty()).map(Zone::id).toList();
    if (!without.isEmpty() && without.size() < zones.size()) {
      throw new IllegalArgumentException(
          "Zone %s has no polygon, and others have. Give every zone one, or none for a list."
              .formatted(without.getFirst()));
    }
  }

  /// A plan of zones, on paper that lies as the plan does, with nothing to tick.
  public static SheetPlan of(PageSize page, List<Zone> zones) {
    return new SheetPlan(page, zones, List.of(), List.of());
  }

  /// Whether no zone has a shape.
  public boolean isList() {
    return !boxes.isEmpty() || zones.stream().allMatch(zone -> zone.polygon().isEmpty());
  }
}
