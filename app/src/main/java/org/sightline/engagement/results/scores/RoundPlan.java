package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.pictures.Corner;
import org.sightline.engagement.pictures.ZoneShape;
import org.sightline.engagement.results.PlanZones;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.ZoneTally;

/// A version of a plan as results draw it: no notes. A version never changes.
///
/// @param facts what is known about the zones
record RoundPlan(List<PlanFloor> floors, List<PlanZone> zones, List<ZoneTally> facts) {

  /// @param picture or `null` for labelled boxes
  record PlanFloor(int position, String name, double aspect, @Nullable UUID picture) {}

  /// A zone, in plan order.
  record PlanZone(ZoneKey key, int floor, String name, boolean oneAdult, ZoneShape shape) {}

  RoundPlan {
    floors = List.copyOf(floors);
    zones = List.copyOf(zones);
    facts = List.copyOf(facts);
  }

  static RoundPlan of(PlanVersion plan) {
    var zones = new ArrayList<PlanZone>();
    for (var zone : plan.zones()) {
      var key = PlanZones.key(zone);
      var shape = shape(key, zones.size() + 1, zone.name(), zone.outline());
      zones.add(new PlanZone(key, zone.floor(), zone.name(), zone.oneAdult(), shape));
    }
    var floors = plan.floors().stream().map(RoundPlan::floor).toList();
    return new RoundPlan(floors, zones, PlanZones.untallied(plan));
  }

  /// `null` when this version does not have it.
  @Nullable PlanZone zone(ZoneKey key) {
    return zones.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
  }

  ZoneShape shape(ZoneKey key) {
    return Objects.requireNonNull(zone(key)).shape();
  }

  ZoneScore.About about(ZoneKey key) {
    return facts.stream()
        .filter(each -> each.zone().equals(key))
        .map(each -> new ZoneScore.About(each.adults(), each.watched(), each.mainlyAnotherYear()))
        .findFirst()
        .orElseThrow();
  }

  String floorName(int position) {
    return floors.stream()
        .filter(each -> each.position() == position)
        .map(PlanFloor::name)
        .findFirst()
        .orElse("");
  }

  private static PlanFloor floor(Floor floor) {
    double aspect = Math.clamp((double) floor.width() / floor.height(), 0.2, 5);
    return new PlanFloor(floor.position(), floor.name(), aspect, floor.picture());
  }

  private static ZoneShape shape(ZoneKey key, int number, String name, Outline outline) {
    var corners = outline.corners().stream().map(each -> corner(each.x(), each.y())).toList();
    var label = outline.labelPoint();
    return new ZoneShape(key.value(), number, name, corners, corner(label.x(), label.y()));
  }

  private static Corner corner(double x, double y) {
    return new Corner(Math.clamp(x, 0, 1), Math.clamp(y, 0, 1));
  }
}
