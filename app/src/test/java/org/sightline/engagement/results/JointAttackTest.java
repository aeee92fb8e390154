package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every publication of a round, the plan and the comparison laid together give nothing small away.
class JointAttackTest {

  private static final JointAttack ATTACK = new JointAttack(5);
  private static final String FEWER = "fewer than 5";

  @Test
  void twoSmallNumbersThatAddUpToTheirMostAreFound() {
    var seen = seen(List.of("22", FEWER, FEWER, "0"), 30, null);

    assertThat(ATTACK.attack(List.of(seen))).isNotEmpty();
  }

  @Test
  void aPlaceThatWasNotRaisedCanGiveTheOthersAway() {
    var cells = List.of(FEWER, FEWER, "22", FEWER);

    assertThat(ATTACK.attack(List.of(seen(cells, 30, null)))).isEmpty();
    assertThat(ATTACK.attack(List.of(seen(cells, 30, false)))).isNotEmpty();
  }

  @Test
  void aCoolPlaceInAVerySmallRoundThatWasRaisedIsFound() {
    assertThat(ATTACK.attack(List.of(seen(List.of("cool"), 6, true)))).isNotEmpty();
    assertThat(ATTACK.attack(List.of(seen(List.of("cool"), 7, true)))).isEmpty();
  }

  @Test
  void oneMapBetweenTwoPublicationsIsFound() {
    var first = seen(List.of("10", "10", "10", "0"), 30, null);
    var second = new JointAttack.Seen(31, 1, 0, List.of("11", "10", "10", "0"), null, List.of());

    assertThat(ATTACK.attack(List.of(first, second))).isNotEmpty();
  }

  @Test
  void aSmallGroupInsideATotalIsFound() {
    var groups = List.of(new JointAttack.Group(20, "cool"), new JointAttack.Group(5, "hot"));
    var seen = new JointAttack.Seen(25, 25, 0, List.of("0", "4", "21", "0"), null, groups);

    assertThat(ATTACK.attack(List.of(seen))).isNotEmpty();
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void publicationsAndThePlanTogetherGiveNothingSmallAway(@ForAll long seed) {
    attack(small(seed));
  }

  @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
  @Tag("long")
  void publicationsAndThePlanTogetherGiveNothingSmallAwayInManyRounds(@ForAll long seed) {
    attack(small(seed));
  }

  /// The first round from this seed on with results, and few enough maps to try every table.
  private static RoundSimulation small(long seed) {
    var round = RoundSimulation.played(seed);
    for (long next = seed + 1; !isSmall(round); next++) {
      round = RoundSimulation.played(next);
    }
    return round;
  }

  private static boolean isSmall(RoundSimulation round) {
    int maps = round.tables.stream().mapToInt(OutwardTable::maps).max().orElse(0);
    return maps >= 5 && maps <= 42;
  }

  private static void attack(RoundSimulation round) {
    for (int zone = 0; zone < RoundSimulation.ZONES; zone++) {
      var seen = seen(round, zone);
      assertThat(ATTACK.attack(seen)).as("%s", seen).isEmpty();
    }
  }

  private static List<JointAttack.Seen> seen(RoundSimulation round, int zone) {
    var seen = new ArrayList<JointAttack.Seen>();
    var key = new ZoneKey("zone-" + zone);
    boolean inThePlan = false;
    for (int at = 0; at < round.tables.size(); at++) {
      var table = round.tables.get(at);
      var row = table.row(key).orElseThrow();
      boolean stands = row.standsFrom(table.publication());
      var printed = Printing.print(row.shown(), RoundSimulation.SMALL);
      seen.add(
          new JointAttack.Seen(
              table.maps(),
              at == 0 ? table.maps() : round.missing(at, at - 1),
              at == 0 ? 0 : round.missing(at - 1, at),
              stands ? null : printed.stream().map(each -> lower(each)).toList(),
              // A place that is in the plan already says nothing new.
              inThePlan ? null : raised(round.said.get(at), key),
              List.of()));
      inThePlan |= round.said.get(at).of(key) == PlanSays.Red.SOME;
    }
    return seen;
  }

  private static @Nullable Boolean raised(PlanSays said, ZoneKey zone) {
    return switch (said.of(zone)) {
      case UNKNOWN -> null;
      case NONE -> false;
      case SOME -> true;
    };
  }

  private static String lower(String printed) {
    return printed.toLowerCase(Locale.ROOT);
  }

  private static JointAttack.Seen seen(List<String> cells, int maps, @Nullable Boolean raised) {
    return new JointAttack.Seen(maps, maps, 0, cells, raised, List.of());
  }
}
