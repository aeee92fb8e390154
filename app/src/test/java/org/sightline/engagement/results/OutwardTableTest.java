package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.PublishingRules.Detail;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

class OutwardTableTest {

  private static final SmallNumbers SMALL = SmallNumbers.USUAL;

  @Test
  void refusesTalliesOfAnotherNumberOfMaps() {
    assertThatThrownBy(() -> first(Detail.COUNTS, 30, ZoneTally.of("gate", Tally.none(29))))
        .hasMessage("Zone gate counts 29 maps, the publication 30");
  }

  @Test
  void aZoneWithOneAdultInChargeIsLeftOut() {
    var room = new ZoneTally(new ZoneKey("room"), true, null, null, null, new Tally(20, 5, 5, 30));

    assertThat(first(Detail.COUNTS, 30, room).rows()).isEmpty();
    assertThat(new InwardTable(1, 30, List.of(room)).needingAnOutcome())
        .containsExactly(new ZoneKey("room"));
  }

  @Test
  void beforeCountsAreDueThereAreBandsOnly() {
    var table = first(Detail.BANDS, 8, ZoneTally.of("gate", new Tally(6, 1, 0, 8)));

    assertThat(table.rows().getFirst().shown()).isEqualTo(new Shown.Banded(Band.HOT));
  }

  @Test
  void oneMoreSessionLeavesItsRowStanding() {
    var before = first(Detail.COUNTS, 24, ZoneTally.of("gate", new Tally(6, 6, 6, 24)));

    var after = second(before, 31, new Tally(9, 7, 8, 31));

    assertThat(after.rows()).isEqualTo(before.rows());
    assertThat(after.rows().getFirst().standsFrom(2)).isTrue();
  }

  @Test
  void aLargeEnoughChangeMakesTheRowAgain() {
    var before = first(Detail.COUNTS, 24, ZoneTally.of("gate", new Tally(6, 6, 6, 24)));

    var after = second(before, 48, new Tally(12, 12, 12, 48));

    assertThat(after.rows().getFirst().red()).isEqualTo(12);
    assertThat(after.rows().getFirst().maps()).isEqualTo(48);
  }

  @Test
  void aRankingLeavesOutWhatIsHeldBackAndTiesShareAPlace() {
    var table =
        first(
            Detail.COUNTS,
            40,
            ZoneTally.of("gate", new Tally(10, 10, 10, 40)),
            ZoneTally.of("yard", new Tally(10, 10, 12, 40)),
            ZoneTally.of("bus", new Tally(8, 10, 10, 40)),
            ZoneTally.of("hall", new Tally(4, 10, 20, 40)));

    assertThat(Ranking.hottest(table).places())
        .extracting(each -> each.rank() + " " + each.zone().value())
        .containsExactly("1 gate", "1 yard", "3 bus");
  }

  @Test
  void mixedViewsAreNotSaidWhereAHeldBackCellDecides() {
    var table =
        first(
            Detail.COUNTS,
            40,
            ZoneTally.of("gate", new Tally(12, 8, 12, 40)),
            ZoneTally.of("yard", new Tally(7, 11, 18, 40)));

    assertThat(table.rows().get(0).hasMixedViews(SMALL)).isTrue();
    assertThat(table.rows().get(1).hasMixedViews(SMALL)).isFalse();
  }

  @Test
  void zonesAreCountedByAdultPresence() {
    var gate =
        new ZoneTally(
            new ZoneKey("gate"),
            false,
            AdultPresence.RARELY,
            false,
            true,
            new Tally(20, 10, 5, 40));
    var hall =
        new ZoneTally(
            new ZoneKey("hall"), false, AdultPresence.MOSTLY, true, null, new Tally(5, 5, 25, 40));
    var table = first(Detail.COUNTS, 40, gate, hall);

    assertThat(CrossTable.byAdultPresence(table, List.of(gate, hall), SMALL).lines())
        .extracting(CrossTable.Line::sentence)
        .containsExactly(
            "Of 1 zone where adults are rarely there, 1 is hot, 0 mixed and 0 cool.",
            "Of 1 zone where adults are mostly there, 0 are hot, 0 mixed and 1 cool.");
    assertThat(CrossTable.byAnotherYearGroup(table, List.of(gate, hall), SMALL).lines()).hasSize(2);
    assertThat(CrossTable.bySurveillance(table, List.of(gate, hall), SMALL).lines())
        .extracting(CrossTable.Line::sentence)
        .containsExactly(
            "Of 1 zone without surveillance, 1 is hot, 0 mixed and 0 cool.",
            "Of 1 zone with surveillance, 0 are hot, 0 mixed and 1 cool.");
  }

  /// Hot set against cool is made of the bands that stand beside each place already, whatever the
  /// marks behind them were: an attacker learns nothing from it.
  @Test
  void whatIsSetAgainstEachOtherSaysNothingThatTheBandsDoNot() {
    int compared = 0;
    for (int seed = 0; seed < 60; seed++) {
      for (var table : RoundSimulation.played(seed).tables) {
        var facts = new ArrayList<ZoneTally>();
        var other = new ArrayList<ZoneTally>();
        var known = new TreeMap<String, List<Band>>();
        for (int at = 0; at < RoundSimulation.ZONES; at++) {
          var key = new ZoneKey("zone-" + at);
          boolean watched = at % 2 == 0;
          boolean oneAdult = at == 3;
          facts.add(new ZoneTally(key, oneAdult, null, watched, null, Tally.none(table.maps())));
          other.add(new ZoneTally(key, oneAdult, null, watched, null, new Tally(9, 0, 0, 9)));
          var band = table.row(key).map(row -> row.band(SMALL)).orElse(null);
          if (band != null && !oneAdult) {
            known
                .computeIfAbsent(
                    watched ? "with surveillance" : "without surveillance", _ -> new ArrayList<>())
                .add(band);
          }
        }
        var lines = CrossTable.bySurveillance(table, facts, SMALL).lines();

        assertThat(CrossTable.bySurveillance(table, other, SMALL).lines()).isEqualTo(lines);
        assertThat(lines).hasSize(known.size());
        for (var line : lines) {
          var bands = known.get(line.label());
          assertThat(bands).as(line.label()).isNotNull();
          assertThat(List.of(line.hot(), line.mixed(), line.cool()))
              .containsExactly(
                  Collections.frequency(bands, Band.HOT),
                  Collections.frequency(bands, Band.MIXED),
                  Collections.frequency(bands, Band.COOL));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private static OutwardTable first(Detail detail, int maps, ZoneTally... zones) {
    return OutwardTable.make(detail, maps, List.of(zones), List.of(), List.of(), List.of(), SMALL);
  }

  private static OutwardTable second(OutwardTable before, int maps, Tally tally) {
    return OutwardTable.make(
        Detail.COUNTS,
        maps,
        List.of(ZoneTally.of("gate", tally)),
        List.of(before),
        List.of(new Publication(1, before.maps(), 0)),
        List.of(PlanSays.NOTHING),
        SMALL);
  }
}
