package org.sightline.network.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jgrapht.alg.clustering.GreedyModularityAlgorithm;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.network.exchange.Columns;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.testing.SharedData;

/// Every network of `shared/data/networks`: what our own code says of it is what JGraphT says,
/// built from the same file on a way of its own, and what `SOURCES.md` says where it says
/// something.
class KnownNetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "london_gang.csv",
        "montreal_street_gangs.csv",
        "siren_auto_theft.csv",
        "s50_girls/wave1.csv",
        "s50_girls/wave2.csv",
        "s50_girls/wave3.csv",
        "knecht_class/wave1_edges.csv",
        "knecht_class/wave2_edges.csv",
        "knecht_class/wave3_edges.csv",
        "knecht_class/wave4_edges.csv",
        "stlouis_person_incident/roles.csv"
      })
  void everyMeasureIsThatOfJGraphT(String file) throws Exception {
    var map = read(file);
    var ties = ties(map, 0);
    var graph = graph(map);
    var shape = new Shape(ties);

    assertThat(ties.count()).isEqualTo(graph.edgeSet().size());
    assertThat(shape.connectors())
        .isEqualTo(new TreeSet<>(new BiconnectivityInspector<>(graph).getCutpoints()));
    assertThat(new HashSet<>(shape.parts()))
        .isEqualTo(new HashSet<>(new ConnectivityInspector<>(graph).connectedSets()));
    assertThat(shape.atTheEdge())
        .isEqualTo(
            new TreeSet<>(
                graph.vertexSet().stream().filter(one -> graph.degreeOf(one) <= 1).toList()));
    assertThat(new HashSet<>(shape.groups()))
        .isEqualTo(
            new HashSet<>(new GreedyModularityAlgorithm<>(graph).getClustering().getClusters()));
    var known = new BetweennessCentrality<>(graph).getScores();
    for (int threads = 1; threads <= 2; threads++) {
      var found = Betweenness.of(ties, threads);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isCloseTo(known.get(i), within(1e-6 * (1 + known.get(i))));
      }
    }
  }

  @Test
  void theLondonGangIsAsKnown() throws Exception {
    var map = read("london_gang.csv");
    var ties = ties(map, 0);

    assertThat(ties.size()).isEqualTo(54);
    assertThat(ties.count()).isEqualTo(315);
    assertThat(2.0 * ties.count() / (54 * 53)).isCloseTo(0.2201, within(0.00005));
    assertThat(new Shape(ties).parts()).hasSize(1);
    assertThat(transitivity(map)).isCloseTo(0.5197, within(0.00005));
    assertThat(highest(ties)).isEqualTo(Map.of("degree", 25, "members", Set.of(1, 7, 12)));
    var serious = ties(map, 3);
    assertThat(serious.count()).isEqualTo(41);
    assertThat(Stream.iterate(0, i -> i + 1).limit(54).filter(i -> serious.degree(i) > 0))
        .hasSize(32);
  }

  @Test
  void theGangsOfMontrealAreInFourParts() throws Exception {
    var map = read("montreal_street_gangs.csv");

    assertThat(sizes(new Shape(ties(map, 0)).parts())).containsExactly(29, 4, 1, 1);
    assertThat(map.lines()).hasSize(78);
    assertThat(map.lines().size() - map.oneSided().size()).isEqualTo(75);
  }

  @Test
  void projectSirenIsAsKnown() throws Exception {
    var ties = ties(read("siren_auto_theft.csv"), 0);

    assertThat(ties.size()).isEqualTo(44);
    assertThat(ties.count()).isEqualTo(103);
    assertThat(ties.degree(0)).isEqualTo(33);
    assertThat(Betweenness.of(ties, 2)[0]).isCloseTo(720.58, within(0.005));
    assertThat(new Shape(ties).connectors()).containsExactly(0, 10, 14);
  }

  @ParameterizedTest
  @CsvSource({"1, 113, 39, 3", "2, 116, 35, 2", "3, 122, 45, 3"})
  void theFiftyGirlsAreAsKnown(int wave, int arcs, int mutual, int alone) throws Exception {
    var map = read("s50_girls/wave" + wave + ".csv");
    var ties = ties(map, 0);

    assertThat(map.lines()).hasSize(arcs);
    assertThat(map.lines().size() - ties.count()).isEqualTo(mutual);
    assertThat(Stream.iterate(0, i -> i + 1).limit(50).filter(i -> ties.degree(i) == 0))
        .hasSize(alone);
  }

  @Test
  void whatFormedAndWhatWasLostAmongTheGirlsIsAsKnown() throws Exception {
    changes("s50_girls/wave1.csv", "s50_girls/wave2.csv", 59, 56);
    changes("s50_girls/wave2.csv", "s50_girls/wave3.csv", 56, 50);
  }

  @Test
  void theClassOfTwentySixIsAsKnown() throws Exception {
    var arcs = List.of(91, 118, 133, 119);
    for (int wave = 1; wave <= 4; wave++) {
      assertThat(arcs(read("knecht_class/wave" + wave + "_edges.csv"))).hasSize(arcs.get(wave - 1));
    }
    changes("knecht_class/wave1_edges.csv", "knecht_class/wave2_edges.csv", 58, 31);
    changes("knecht_class/wave2_edges.csv", "knecht_class/wave3_edges.csv", 63, 48);
    changes("knecht_class/wave3_edges.csv", "knecht_class/wave4_edges.csv", 44, 58);
  }

  @Test
  void whoSharesAnIncidentInStLouisIsAsKnown() throws Exception {
    var map = read("stlouis_person_incident/roles.csv");
    var keys = map.nodes().stream().map(Incoming.Node::key).toList();
    var incidents = new java.util.BitSet();
    for (int i = 0; i < keys.size(); i++) {
      incidents.set(i, keys.get(i).startsWith("I"));
    }
    var ties = ties(map, 0);
    var together = new HashMap<List<Integer>, Integer>();
    for (var incident : new Shape(ties).sharing(incidents)) {
      var people = List.copyOf(new TreeSet<>(incident.people()));
      for (int i = 0; i < people.size(); i++) {
        for (int j = i + 1; j < people.size(); j++) {
          together.merge(List.of(people.get(i), people.get(j)), 1, Integer::sum);
        }
      }
    }

    assertThat(map.lines()).hasSize(1_487);
    assertThat(together).hasSize(2_261);
    assertThat(together.values().stream().filter(shared -> shared > 1)).hasSize(72);
    assertThat(together.values().stream().mapToInt(i -> i).max()).hasValue(5);
    assertThat(ties.degree(keys.indexOf("P0297"))).isEqualTo(25);
    assertThat(ties.degree(keys.indexOf("I0208"))).isEqualTo(18);
    var people = together.keySet().stream().map(pair -> new int[] {pair.get(0), pair.get(1)});
    var parts = new Shape(Ties.of(keys.size(), people.toList())).parts();
    assertThat(sizes(parts).subList(0, 4)).containsExactly(754, 22, 11, 9);
  }

  private static void changes(String before, String after, int formed, int lost) throws Exception {
    var earlier = arcs(read(before));
    var later = arcs(read(after));
    assertThat(later.stream().filter(arc -> !earlier.contains(arc))).hasSize(formed);
    assertThat(earlier.stream().filter(arc -> !later.contains(arc))).hasSize(lost);
  }

  private static Set<List<String>> arcs(Incoming map) {
    var arcs = new HashSet<List<String>>();
    map.lines().forEach(line -> arcs.add(List.of(line.from(), line.to())));
    // One pupil named themselves; a picture has no place for that, and the count of the source has.
    map.refused().forEach(row -> arcs.add(List.of(row.value(), row.value())));
    return arcs;
  }

  private static List<Integer> sizes(List<Set<Integer>> sets) {
    return sets.stream().map(Set::size).toList();
  }

  /// Of the ways over two ties, how many are closed by a third.
  private static double transitivity(Incoming map) {
    var graph = graph(map);
    long ways = 0;
    long closed = 0;
    for (int one : graph.vertexSet()) {
      var near = List.copyOf(org.jgrapht.Graphs.neighborListOf(graph, one));
      for (int i = 0; i < near.size(); i++) {
        for (int j = i + 1; j < near.size(); j++) {
          ways++;
          closed += graph.containsEdge(near.get(i), near.get(j)) ? 1 : 0;
        }
      }
    }
    return (double) closed / ways;
  }

  private static Map<String, Object> highest(Ties ties) {
    int most = 0;
    var members = new TreeSet<Integer>();
    for (int i = 0; i < ties.size(); i++) {
      if (ties.degree(i) > most) {
        most = ties.degree(i);
        members.clear();
      }
      if (ties.degree(i) == most) {
        members.add(i + 1);
      }
    }
    return Map.of("degree", most, "members", members);
  }

  private static Ties ties(Incoming map, int strength) {
    var numbers = numbers(map);
    var pairs = new ArrayList<int[]>();
    for (var line : map.lines()) {
      if (strength == 0 || line.weight() != null && line.weight() >= strength) {
        pairs.add(new int[] {numbers.get(line.from()), numbers.get(line.to())});
      }
    }
    return Ties.of(numbers.size(), pairs);
  }

  private static SimpleGraph<Integer, DefaultEdge> graph(Incoming map) {
    var numbers = numbers(map);
    var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
    numbers.values().stream().sorted().forEach(graph::addVertex);
    for (var line : map.lines()) {
      graph.addEdge(numbers.get(line.from()), numbers.get(line.to()));
    }
    return graph;
  }

  private static Map<String, Integer> numbers(Incoming map) {
    var numbers = new HashMap<String, Integer>();
    map.nodes().forEach(node -> numbers.put(node.key(), numbers.size()));
    return numbers;
  }

  private static Incoming read(String name) throws UnreadableMap {
    var file = MapFile.of(name, SharedData.read("networks/" + name));
    if (name.startsWith("stlouis")) {
      return MapFile.together(List.of(file), List.of(Columns.ofLines(0, 1, null)));
    }
    return file.read(Directions.GUESS);
  }
}
