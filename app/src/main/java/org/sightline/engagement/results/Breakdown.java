package org.sightline.engagement.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A round's results by year group or by gender, never both (A71, A72, ST-03), in bands and without
/// the size of any group.
///
/// @param publication the one it was made from
public record Breakdown(Dimension dimension, int publication, List<Row> rows) {

  public enum Dimension {
    YEAR_GROUP,
    GENDER
  }

  /// A group of young people, with "not given" as one of them.
  public record Group(String name) {
    public static final Group NOT_GIVEN = new Group("not given");
  }

  /// One zone.
  ///
  /// @param bands the band of every group that has maps; empty when the zone has too few answers to
  ///     show in any one of them
  public record Row(ZoneKey zone, Map<Group, Band> bands) {
    public Row {
      bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
    }

    public boolean tooFewAnswers() {
      return bands.isEmpty();
    }
  }

  /// One zone's tallies by group.
  ///
  /// @param groups groups without maps may be left out
  public record Zone(ZoneKey zone, boolean oneAdultInCharge, Map<Group, Tally> groups) {
    public Zone {
      groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
  }

  public Breakdown {
    rows = List.copyOf(rows);
  }

  /// Why a breakdown may not be made, or `null` when it may. A round gets one, once: a second way
  /// of cutting it, or the same way five maps later, could be laid over the first.
  public static @Nullable String mayBreakDown(
      PublishingRules.Detail detail, boolean roundIsFinished, @Nullable Breakdown earlier) {
    if (earlier != null) {
      return "This round has already been broken down once. A second time could single somebody out.";
    }
    if (!roundIsFinished) {
      return "Close every session of the round first: a breakdown is made only once.";
    }
    if (detail != PublishingRules.Detail.COUNTS) {
      return "There are too few sessions or maps for a breakdown.";
    }
    return null;
  }

  /// Makes the breakdown of a round that [#mayBreakDown] allows.
  ///
  /// @param totals the same round's outward table, which readers can lay beside it
  public static Breakdown make(
      Dimension dimension, OutwardTable totals, List<Zone> zones, SmallNumbers small) {
    var rows =
        zones.stream()
            .filter(zone -> !zone.oneAdultInCharge() && totals.row(zone.zone()).isPresent())
            .map(zone -> new Row(zone.zone(), bands(zone, totals, small)))
            .toList();
    return new Breakdown(dimension, totals.publication(), rows);
  }

  private static Map<Group, Band> bands(Zone zone, OutwardTable totals, SmallNumbers small) {
    var bands = new LinkedHashMap<Group, Band>();
    for (var group : zone.groups().entrySet()) {
      var tally = group.getValue();
      var band = Band.of(tally, small);
      if (tally.maps() > 0 && band == null) {
        return Map.of();
      }
      if (band != null) {
        bands.put(group.getKey(), band);
      }
    }
    return saysTooMuch(zone, totals, bands, small) ? Map.of() : bands;
  }

  private static boolean saysTooMuch(
      Zone zone, OutwardTable totals, Map<Group, Band> bands, SmallNumbers small) {
    boolean homogeneous =
        zone.groups().values().stream().anyMatch(each -> each.maps() > 0 && isAllOneWay(each));
    var row = totals.row(zone.zone()).orElseThrow();
    return homogeneous
        || !new BandRoom(row, small).leavesRoom(bands.values())
        || !Exchanges.leaveOpen(List.copyOf(zone.groups().values()), small);
  }

  /// Everybody in the group said the same, or the same but for blanks: ST-03's homogeneity guard.
  private static boolean isAllOneWay(Tally tally) {
    return tally.red() == tally.answered()
        || tally.yellow() == tally.answered()
        || tally.green() == tally.answered();
  }
}
