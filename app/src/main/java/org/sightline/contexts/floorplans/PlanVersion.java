package org.sightline.contexts.floorplans;

import java.time.LocalDate;
import java.util.List;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;

/// A plan as it was saved once: never changed afterwards, so a round keeps the zones it was marked
/// on.
///
/// @param number from 1
/// @param floors by position
/// @param zones in plan order: by floor, then row by row as people read
public record PlanVersion(
    PlanVersionId id,
    FloorPlanId plan,
    WorkspaceId school,
    String name,
    int number,
    LocalDate savedOn,
    List<Floor> floors,
    List<Zone> zones) {

  public PlanVersion {
    floors = List.copyOf(floors);
    zones = new PlanOrder<Zone>(Zone::floor, zone -> zone.outline().labelPoint()).sorted(zones);
  }

  /// @throws NotThere when the version has no such zone
  public Zone zone(ZoneKey key) {
    return zones.stream().filter(z -> z.key().equals(key)).findFirst().orElseThrow(NotThere::new);
  }

  public List<Zone> zonesOn(Floor floor) {
    return zones.stream().filter(zone -> zone.floor() == floor.position()).toList();
  }
}
