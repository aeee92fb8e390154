package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Band;
import org.sightline.engagement.results.InwardTable;
import org.sightline.engagement.results.OutwardRow;
import org.sightline.engagement.results.Published;
import org.sightline.engagement.results.PublishingRules;
import org.sightline.engagement.results.Ranking;
import org.sightline.engagement.results.Reasons;
import org.sightline.engagement.results.Shown;
import org.sightline.engagement.results.SmallNumbers;
import org.sightline.engagement.results.Tally;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.scores.RoundPlan.PlanZone;
import org.sightline.engagement.results.scores.ZoneScore.Cells;
import org.sightline.engagement.results.scores.ZoneScore.ShownCount;
import org.sightline.web.Words;

/// Makes the rows of a score sheet: exact counts for a reader who has the inward table, and
/// otherwise what the outward table shows, without any zone in which one adult is in charge
/// (practice.md 8).
record ScoreRows(
    Published published,
    RoundPlan plan,
    Map<ZoneKey, List<Reasons.Given>> reasons,
    Ranking hottest,
    Words words) {

  private static final int NUMBERED = 5;

  List<ZoneScore> make() {
    var places = new HashMap<ZoneKey, Integer>();
    hottest.places().stream()
        .filter(each -> each.rank() <= NUMBERED)
        .forEach(each -> places.put(each.zone(), each.rank()));
    return published.inward() == null ? outward(places) : inward(published.inward(), places);
  }

  private List<ZoneScore> inward(InwardTable table, Map<ZoneKey, Integer> places) {
    var tallies = new HashMap<ZoneKey, Tally>();
    table.zones().forEach(zone -> tallies.put(zone.zone(), zone.tally()));
    var rows = new ArrayList<ZoneScore>();
    for (var zone : plan.zones()) {
      var tally = tallies.get(zone.key());
      if (tally != null) {
        rows.add(
            row(
                zone,
                counts() ? exact(tally) : null,
                tally.maps(),
                Band.of(tally, small()),
                counts() && tally.hasMixedViews(small()),
                places.get(zone.key()),
                false));
      }
    }
    return rows;
  }

  private List<ZoneScore> outward(Map<ZoneKey, Integer> places) {
    var found = new HashMap<ZoneKey, OutwardRow>();
    published.outward().rows().forEach(row -> found.put(row.zone(), row));
    var rows = new ArrayList<ZoneScore>();
    for (var zone : plan.zones()) {
      var row = found.get(zone.key());
      if (row != null && !zone.oneAdult()) {
        rows.add(
            row(
                zone,
                row.shown() instanceof Shown.Counts counts ? shown(counts) : null,
                row.maps(),
                row.band(small()),
                row.hasMixedViews(small()),
                places.get(zone.key()),
                row.standsFrom(published.outward().publication())));
      }
    }
    return rows;
  }

  private ZoneScore row(
      PlanZone zone,
      @Nullable Cells cells,
      int maps,
      @Nullable Band band,
      boolean mixedViews,
      @Nullable Integer place,
      boolean stands) {
    var given =
        reasons.getOrDefault(zone.key(), List.of()).stream()
            .map(each -> new ZoneScore.Reason(each.reason().text(), times(each.times())))
            .toList();
    return new ZoneScore(
        zone.key(),
        zone.floor(),
        plan.floorName(zone.floor()),
        zone.name(),
        cells,
        maps,
        band,
        mixedViews,
        place,
        stands,
        zone.oneAdult(),
        plan.about(zone.key()),
        given);
  }

  private String times(int times) {
    return published.inward() == null && times < small().k()
        ? small().fewer()
        : Integer.toString(times);
  }

  /// Before a round has enough sessions and maps nobody has counts (practice.md, Small groups).
  private boolean counts() {
    return published.detail() == PublishingRules.Detail.COUNTS;
  }

  private SmallNumbers small() {
    return published.small();
  }

  private static Cells exact(Tally tally) {
    return new Cells(
        ShownCount.exactly(tally.red()),
        ShownCount.exactly(tally.yellow()),
        ShownCount.exactly(tally.green()),
        ShownCount.exactly(tally.noAnswer()));
  }

  private Cells shown(Shown.Counts counts) {
    return new Cells(
        shown(counts.red()),
        shown(counts.yellow()),
        shown(counts.green()),
        shown(counts.noAnswer()));
  }

  private ShownCount shown(Shown.Cell cell) {
    return switch (cell) {
      case Shown.Cell.Exact exact -> ShownCount.exactly(exact.count());
      case Shown.Cell.Fewer _ -> new ShownCount(null, small().fewer());
      case Shown.Cell.NotShown _ -> new ShownCount(null, words.say("engagement.results.not-shown"));
    };
  }
}
