package org.sightline.engagement.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

/// The zones of a round's plan as results know them.
public final class PlanZones {

  private PlanZones() {}

  public static ZoneKey key(Zone zone) {
    return new ZoneKey(zone.key().toString());
  }

  /// Every zone of the plan with its tally; one that nobody marked has none.
  static List<ZoneTally> tallied(PlanVersion plan, Map<ZoneKey, Tally> tallies, int maps) {
    return plan.zones().stream()
        .map(zone -> tallied(zone, tallies.getOrDefault(key(zone), Tally.none(maps))))
        .toList();
  }

  /// What is known about the zones, and nothing of their marks.
  public static List<ZoneTally> untallied(PlanVersion plan) {
    return tallied(plan, Map.of(), 0);
  }

  private static ZoneTally tallied(Zone zone, Tally tally) {
    return new ZoneTally(
        key(zone),
        zone.oneAdult(),
        adults(zone.adults()),
        yes(zone.watched()),
        yes(zone.otherYears()),
        tally);
  }

  private static @Nullable AdultPresence adults(Zone.Adults adults) {
    return switch (adults) {
      case NOT_ASKED -> null;
      case RARELY -> AdultPresence.RARELY;
      case SOMETIMES -> AdultPresence.SOMETIMES;
      case MOSTLY -> AdultPresence.MOSTLY;
    };
  }

  private static @Nullable Boolean yes(Zone.Answer answer) {
    return switch (answer) {
      case NOT_ASKED -> null;
      case YES -> true;
      case NO -> false;
    };
  }
}
