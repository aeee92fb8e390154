package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/// No set of tables that a round publishes gives away fewer than five maps.
class PublicationSequenceTest {

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void noSequenceOfTablesGivesASmallCountAway(@ForAll long seed) {
    attack(RoundSimulation.played(seed));
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  @Tag("long")
  void noSequenceOfTablesGivesASmallCountAwayInManyRounds(@ForAll long seed) {
    attack(RoundSimulation.played(seed));
  }

  @Test
  void theSimulationDoesMakeRowsAgainAndLetsOthersStand() {
    int again = 0;
    int standing = 0;
    for (int seed = 0; seed < 300; seed++) {
      for (var table : RoundSimulation.played(seed).tables) {
        for (var row : table.rows()) {
          standing += row.standsFrom(table.publication()) ? 1 : 0;
          boolean counts = row.shown() instanceof Shown.Counts;
          again += counts && row.madeIn() > 1 && !row.standsFrom(table.publication()) ? 1 : 0;
        }
      }
    }
    assertThat(again).isGreaterThan(100);
    assertThat(standing).isGreaterThan(100);
  }

  private static void attack(RoundSimulation round) {
    differByNoMapOrByFive(round.held);
    for (int zone = 0; zone < RoundSimulation.ZONES; zone++) {
      var printed = printed(round, new ZoneKey("zone-" + zone));
      assertThat(new Attacker(5).attack(printed)).as("%s", printed).isEmpty();
    }
  }

  private static void differByNoMapOrByFive(List<Set<Integer>> held) {
    for (var one : held) {
      for (var other : held) {
        int apart = missing(one, other) + missing(other, one);
        assertThat(apart == 0 || apart >= 5).as("%d maps apart", apart).isTrue();
      }
    }
  }

  private static List<Attacker.Printed> printed(RoundSimulation round, ZoneKey zone) {
    var rows = new ArrayList<Attacker.Printed>();
    int before = -1;
    for (var table : round.tables) {
      var row = table.row(zone).orElseThrow();
      boolean isNew = !row.standsFrom(table.publication());
      if (isNew) {
        int now = table.publication() - 1;
        Set<Integer> last = before < 0 ? Set.of() : round.held.get(before);
        int came = missing(round.held.get(now), last);
        int went = missing(last, round.held.get(now));
        var cells = Printing.print(row.shown(), RoundSimulation.SMALL);
        rows.add(new Attacker.Printed(cells, row.maps(), came, went));
        before = now;
      }
    }
    return rows;
  }

  private static int missing(Set<Integer> from, Set<Integer> other) {
    var left = new HashSet<>(from);
    left.removeAll(other);
    return left.size();
  }
}
