package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.Breakdown.Dimension;
import org.sightline.engagement.results.Breakdown.Group;
import org.sightline.engagement.results.PublishingRules.Detail;

class BreakdownTest {

  private static final SmallNumbers SMALL = SmallNumbers.USUAL;
  private static final Group EIGHT = new Group("Year 8");
  private static final Group NINE = new Group("Year 9");

  @Test
  void aRoundIsBrokenDownOnce() {
    var earlier = new Breakdown(Dimension.GENDER, 1, List.of());

    assertThat(Breakdown.mayBreakDown(Detail.COUNTS, true, earlier)).startsWith("This round has");
    assertThat(Breakdown.mayBreakDown(Detail.COUNTS, false, null)).startsWith("Close every");
    assertThat(Breakdown.mayBreakDown(Detail.BANDS, true, null)).startsWith("There are too few");
    assertThat(Breakdown.mayBreakDown(Detail.COUNTS, true, null)).isNull();
  }

  @Test
  void oneGroupOfFourAnswersHidesTheWholeZone() {
    var row = made(Map.of(EIGHT, new Tally(10, 5, 10, 30), Group.NOT_GIVEN, new Tally(1, 1, 2, 9)));

    assertThat(row.tooFewAnswers()).isTrue();
  }

  @Test
  void aGroupThatAllSaidTheSameHidesTheWholeZone() {
    var row = made(Map.of(EIGHT, new Tally(10, 5, 10, 30), NINE, new Tally(6, 0, 0, 8)));

    assertThat(row.tooFewAnswers()).isTrue();
  }

  /// Both groups are as green as they can be and still be hot: somebody who knows how many they are
  /// could tell how many greens are whose.
  @Test
  void groupsThatFillTheirBandsHideTheWholeZone() {
    var row = made(Map.of(EIGHT, new Tally(4, 3, 3, 11), NINE, new Tally(5, 4, 4, 14)));

    assertThat(row.tooFewAnswers()).isTrue();
  }

  @Test
  void aGroupWithoutMapsIsNoCell() {
    var row =
        made(
            Map.of(
                EIGHT,
                new Tally(12, 5, 3, 30),
                NINE,
                new Tally(3, 3, 14, 30),
                Group.NOT_GIVEN,
                Tally.none(0)));

    assertThat(row.bands()).containsOnly(Map.entry(EIGHT, Band.HOT), Map.entry(NINE, Band.COOL));
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void laidBesideTheTotalsNoGroupCanBeWorkedOut(@ForAll long seed) {
    attack(seed);
  }

  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  @Tag("long")
  void laidBesideTheTotalsNoGroupCanBeWorkedOutInManyRounds(@ForAll long seed) {
    attack(seed);
  }

  @Test
  void theSimulationDoesShowBreakdownsAndTheAttackerCanWin() {
    int shown = IntStream.range(0, 1_000).map(BreakdownTest::attack).sum();

    assertThat(shown).isGreaterThan(100);
    assertThat(otherwise(List.of(new int[] {5, 0}), List.of(Band.HOT), new int[] {5, 0}, 0, 0))
        .isFalse();
  }

  /// For every shown group, finds another set of groups that prints the same.
  private static int attack(long seed) {
    var round = new RoundSimulation(seed);
    int sessions = round.random.nextInt(4, 14);
    IntStream.range(0, sessions).forEach(_ -> round.closeSession());
    int shown = 0;
    for (int zone = 0; zone < RoundSimulation.ZONES; zone++) {
      Map<Group, Tally> groups = groups(round, zone);
      var row = made(groups);
      if (!row.tooFewAnswers()) {
        shown++;
        groups.values().removeIf(each -> each.maps() == 0);
        groups.values().forEach(each -> assertThat(each.answered()).isGreaterThanOrEqualTo(5));
        assertOpen(groups, List.copyOf(row.bands().values()));
      }
    }
    return shown;
  }

  private static void assertOpen(Map<Group, Tally> groups, List<Band> bands) {
    var truth =
        groups.values().stream()
            .map(each -> new int[] {each.red() + each.yellow(), each.green()})
            .toList();
    var total = new int[] {sum(truth, 0), sum(truth, 1)};
    for (int group = 0; group < truth.size(); group++) {
      assertThat(otherwise(truth, bands, total, group, 0)).as("hot of group %d", group).isTrue();
      assertThat(otherwise(truth, bands, total, group, 1)).as("green of group %d", group).isTrue();
    }
  }

  /// Whether the totals, taken as exactly known, leave this number of this group open: some marks
  /// can change hands with another group so that every band and minimum still holds.
  private static boolean otherwise(
      List<int[]> truth, List<Band> bands, int[] total, int group, int which) {
    assertThat(new int[] {sum(truth, 0), sum(truth, 1)}).isEqualTo(total);
    for (int other = 0; other < truth.size(); other++) {
      for (int hot = -4; hot <= 4 && other != group; hot++) {
        for (int green = -4; green <= 4; green++) {
          int moved = which == 0 ? hot : green;
          int[] one = {truth.get(group)[0] + hot, truth.get(group)[1] + green};
          int[] two = {truth.get(other)[0] - hot, truth.get(other)[1] - green};
          if (moved != 0 && prints(one, bands.get(group)) && prints(two, bands.get(other))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean prints(int[] marks, Band band) {
    int answered = marks[0] + marks[1];
    boolean hot = 3 * marks[0] > 2 * answered;
    boolean cool = 3 * marks[1] > 2 * answered;
    var printed = hot ? Band.HOT : cool ? Band.COOL : Band.MIXED;
    return marks[0] >= 0 && marks[1] >= 0 && answered >= 5 && printed == band;
  }

  private static int sum(List<int[]> marks, int which) {
    return marks.stream().mapToInt(each -> each[which]).sum();
  }

  private static Map<Group, Tally> groups(RoundSimulation round, int zone) {
    Map<Group, Tally> groups = new LinkedHashMap<>();
    for (int year : new int[] {0, 7, 8, 9, 10, 11}) {
      var sheets = round.sheets.stream().filter(each -> each.year() == year).toList();
      var group = year == 0 ? Group.NOT_GIVEN : new Group("Year " + year);
      groups.put(group, round.tally(sheets, zone));
    }
    return groups;
  }

  private static Breakdown.Row made(Map<Group, Tally> groups) {
    var tally = groups.values().stream().reduce(Tally.none(0), Tally::plus);
    var totals =
        OutwardTable.make(
            Detail.COUNTS,
            tally.maps(),
            List.of(ZoneTally.of("gate", tally)),
            List.of(),
            List.of(),
            List.of(),
            SMALL);
    var zone = new Breakdown.Zone(new ZoneKey("gate"), false, groups);
    return Breakdown.make(Dimension.YEAR_GROUP, totals, List.of(zone), SMALL).rows().getFirst();
  }
}
