package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

/// Hot against cool zones by what is known about the zones (A62, A63). It counts zones, not maps,
/// and reads their bands off the outward table, so it says nothing new about any map.
public record CrossTable(List<Line> lines) {

  /// @param label what these zones have in common
  public record Line(String label, int hot, int mixed, int cool) {

    public int zones() {
      return hot + mixed + cool;
    }

    /// Such as "Of 6 zones where adults are rarely there, 4 are hot, 1 mixed and 1 cool."
    public String sentence() {
      return "Of %d %s %s, %d %s hot, %d mixed and %d cool."
          .formatted(
              zones(),
              zones() == 1 ? "zone" : "zones",
              label,
              hot,
              hot == 1 ? "is" : "are",
              mixed,
              cool);
    }
  }

  public CrossTable {
    lines = List.copyOf(lines);
  }

  public static CrossTable byAdultPresence(
      OutwardTable table, List<ZoneTally> zones, SmallNumbers small) {
    return of(table, zones, small, each -> adults(each.adults()));
  }

  public static CrossTable bySurveillance(
      OutwardTable table, List<ZoneTally> zones, SmallNumbers small) {
    return of(table, zones, small, each -> watched(each.watched()));
  }

  public static CrossTable byAnotherYearGroup(
      OutwardTable table, List<ZoneTally> zones, SmallNumbers small) {
    return of(table, zones, small, each -> anotherYear(each.mainlyAnotherYear()));
  }

  private static CrossTable of(
      OutwardTable table,
      List<ZoneTally> zones,
      SmallNumbers small,
      Function<ZoneTally, String> label) {
    Map<String, List<Band>> bands = new LinkedHashMap<>();
    for (var zone : zones) {
      var band = table.row(zone.zone()).map(row -> row.band(small)).orElse(null);
      if (band != null && !zone.oneAdultInCharge()) {
        bands.computeIfAbsent(label.apply(zone), _ -> new ArrayList<>()).add(band);
      }
    }
    return new CrossTable(
        bands.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList());
  }

  private static Line line(String label, List<Band> bands) {
    return new Line(
        label, count(bands, Band.HOT), count(bands, Band.MIXED), count(bands, Band.COOL));
  }

  private static int count(List<Band> bands, Band band) {
    return (int) bands.stream().filter(each -> each == band).count();
  }

  private static String adults(@Nullable AdultPresence adults) {
    return switch (adults) {
      case null -> "where nobody has said how often adults are there";
      case MOSTLY -> "where adults are mostly there";
      case SOMETIMES -> "where adults are sometimes there";
      case RARELY -> "where adults are rarely there";
    };
  }

  private static String watched(@Nullable Boolean watched) {
    if (watched == null) {
      return "where nobody has said whether there is surveillance";
    }
    return watched ? "with surveillance" : "without surveillance";
  }

  private static String anotherYear(@Nullable Boolean mainly) {
    if (mainly == null) {
      return "where nobody has said who mainly uses them";
    }
    return mainly ? "mainly used by another year group" : "not mainly used by another year group";
  }
}
