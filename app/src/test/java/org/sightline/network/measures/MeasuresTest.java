package org.sightline.network.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.testing.SharedData;

/// Known answers are those of `shared/data/networks/SOURCES.md`; the peer is JGraphT.
class MeasuresTest {

  @Test
  void aTieToSomebodyWhoIsNotThereIsRefused() {
    assertThatThrownBy(() -> Ties.of(2, List.of(new int[] {0, 2}))).hasMessageContaining("0 to 2");
  }

  @Test
  void aTieToOneselfAndTheSecondBetweenTheSameTwoAreLeftOut() {
    var ties = Ties.of(3, List.of(new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0}));

    assertThat(ties.count()).isEqualTo(1);
    assertThat(ties.degree(0)).isEqualTo(1);
    assertThat(ties.degree(2)).isZero();
  }

  @Test
  void theLondonGangHasItsKnownBetweenness() throws Exception {
    var found = Betweenness.of(ties("london_gang.csv", 1), 2);

    assertThat(found[0]).isCloseTo(149.74, within(0.005));
    assertThat(found[6]).isCloseTo(104.03, within(0.005));
    assertThat(found[3]).isCloseTo(99.92, within(0.005));
  }

  @Test
  void inTheLondonGangsSeriousTiesTenJoinWhatWouldFallApart() throws Exception {
    var shape = new Shape(ties("london_gang.csv", 3));

    assertThat(shape.connectors())
        .extracting(i -> i + 1)
        .containsExactly(1, 2, 3, 8, 11, 14, 19, 22, 23, 29);
    assertThat(shape.parts().getFirst()).hasSize(23);
  }

  @Test
  void inProjectSirenThreeJoinWhatWouldFallApart() throws Exception {
    var ties = ties("siren_auto_theft.csv", 1);

    assertThat(new Shape(ties).connectors()).extracting(i -> i + 1).containsExactly(1, 11, 15);
    assertThat(Betweenness.of(ties, 1)[0]).isCloseTo(720.58, within(0.005));
  }

  @Test
  void twoTrianglesAndABridgeAreTwoGroups() {
    var shape =
        new Shape(
            Ties.of(
                7,
                List.of(
                    new int[] {0, 1},
                    new int[] {1, 2},
                    new int[] {2, 0},
                    new int[] {3, 4},
                    new int[] {4, 5},
                    new int[] {5, 3},
                    new int[] {2, 3})));

    assertThat(shape.groups()).containsExactly(Set.of(0, 1, 2), Set.of(3, 4, 5), Set.of(6));
    assertThat(shape.connectors()).containsExactly(2, 3);
    assertThat(shape.atTheEdge()).containsExactly(6);
  }

  @Test
  void aPictureWithoutLinesFallsIntoEverybodyAlone() {
    assertThat(new Shape(Ties.of(2, List.of())).groups()).containsExactly(Set.of(0), Set.of(1));
  }

  @Test
  void thoseWhoShareAPlaceAreNamedTogether() {
    var places = new BitSet();
    places.set(3);
    places.set(4);
    var ties =
        Ties.of(5, List.of(new int[] {0, 3}, new int[] {1, 3}, new int[] {3, 4}, new int[] {2, 4}));

    assertThat(new Shape(ties).sharing(places))
        .containsExactly(new Shape.SharedPlace(3, Set.of(0, 1)));
  }

  @Property(tries = 200)
  void betweennessIsThatOfJGraphT(
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(min = 0, max = 180) int lines,
      @ForAll long seed)
      throws Exception {
    var random = new Random(seed);
    var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
    for (int i = 0; i < size; i++) {
      graph.addVertex(i);
    }
    var pairs = new ArrayList<int[]>();
    for (int i = 0; i < lines; i++) {
      int[] pair = {random.nextInt(size), random.nextInt(size)};
      pairs.add(pair);
      if (pair[0] != pair[1]) {
        graph.addEdge(pair[0], pair[1]);
      }
    }
    var known = new BetweennessCentrality<>(graph).getScores();

    for (int threads : new int[] {1, 3}) {
      var found = Betweenness.of(Ties.of(size, pairs), threads);
      for (int i = 0; i < size; i++) {
        assertThat(found[i]).isCloseTo(known.get(i), within(1e-9 * (1 + known.get(i))));
      }
    }
  }

  private static Ties ties(String file, int strength) throws UnreadableMap {
    var map = MapFile.of(file, SharedData.read("networks/" + file)).read(Directions.THE_SAME);
    var keys = map.nodes().stream().map(Incoming.Node::key).toList();
    return Ties.of(
        keys.size(),
        map.lines().stream()
            .filter(line -> line.weight() != null && line.weight() >= strength)
            .map(line -> new int[] {keys.indexOf(line.from()), keys.indexOf(line.to())})
            .toList());
  }
}
