package org.sightline.engagement.results.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.ZoneOutcomes.Standing;

/// The zones with red marks (A33, A66): hottest first, or in plan order and without numbers while
/// the round has bands only.
public record RedZonesPage(String results, String round, List<Line> zones) {

  public RedZonesPage {
    zones = List.copyOf(zones);
  }

  /// One zone.
  ///
  /// @param red how many red marks; `null` while the round has bands only
  /// @param hottest needs a measure, not only a decision
  /// @param standing `null` until it is raised
  public record Line(
      String name,
      @Nullable Integer red,
      int maps,
      boolean hottest,
      boolean oneAdult,
      @Nullable Standing standing) {

    /// The end of the key of its words.
    public String need() {
      if (standing == null) {
        return "not-raised";
      }
      return switch (standing) {
        case RAISED -> "raised";
        case DECIDED -> hottest ? "needs-measure" : "decided";
        case MEASURE -> "measure";
      };
    }
  }

  public boolean someToRaise() {
    return zones.stream().anyMatch(zone -> zone.standing() == null);
  }
}
