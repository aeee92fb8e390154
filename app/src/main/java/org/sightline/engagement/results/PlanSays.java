package org.sightline.engagement.results;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What readers of the intervention plan know of the zones' red when a publication was made: once
/// there are counts, every zone with any red is in the plan by itself (A33), and no other.
///
/// @param red the zones with red, or `null` while there are bands only and nothing is raised
record PlanSays(@Nullable Set<ZoneKey> red) {

  static final PlanSays NOTHING = new PlanSays(null);

  PlanSays {
    red = red == null ? null : Set.copyOf(red);
  }

  static PlanSays of(PublishingRules.Detail detail, List<ZoneTally> zones) {
    return detail == PublishingRules.Detail.COUNTS
        ? new PlanSays(
            zones.stream()
                .filter(zone -> zone.tally().red() > 0)
                .map(ZoneTally::zone)
                .collect(Collectors.toSet()))
        : NOTHING;
  }

  Red of(ZoneKey zone) {
    if (red == null) {
      return Red.UNKNOWN;
    }
    return red.contains(zone) ? Red.SOME : Red.NONE;
  }

  /// What is known of one zone.
  enum Red {
    UNKNOWN,
    NONE,
    SOME;

    /// Whether a tally with so many red marks fits what is known.
    boolean allows(int red) {
      return this == UNKNOWN || (this == SOME) == (red > 0);
    }
  }
}
