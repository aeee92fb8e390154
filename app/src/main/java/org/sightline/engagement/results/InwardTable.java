package org.sightline.engagement.results;

import java.util.List;

/// Exact counts, for the round's owner and the safeguarding lead only (practice.md, Small groups).
/// All zones, those with one adult in charge too.
public record InwardTable(int publication, int maps, List<ZoneTally> zones) {

  public InwardTable {
    zones = List.copyOf(zones);
  }

  /// Zones that need an outcome (A33, A66): those with any red.
  public List<ZoneKey> needingAnOutcome() {
    return zones.stream().filter(zone -> zone.tally().red() > 0).map(ZoneTally::zone).toList();
  }
}
