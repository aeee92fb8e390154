package org.sightline.network.measures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GreedyModularityAlgorithm;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/// What can be said of a picture by its shape alone. Each answer is a set of numbers of {@link
/// Ties}: nothing here ranks or scores anybody, and nothing is to be stored on a person.
public final class Shape {

  private static final int FEWEST_OTHERS = 4;
  private static final int ONE_IN = 5;

  private final Ties ties;
  private final Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

  public Shape(Ties ties) {
    this.ties = ties;
    for (int one = 0; one < ties.size(); one++) {
      graph.addVertex(one);
    }
    for (int one = 0; one < ties.size(); one++) {
      for (int i = 0; i < ties.degree(one); i++) {
        if (one < ties.neighbour(one, i)) {
          graph.addEdge(one, ties.neighbour(one, i));
        }
      }
    }
  }

  /// Parts of the picture that no line joins, the largest first; those of the same size by their
  /// lowest number.
  public List<Set<Integer>> parts() {
    return ordered(new ConnectivityInspector<>(graph).connectedSets());
  }

  /// Those without whom a part of the picture would fall apart: the only way between some others
  /// leads through each of them.
  public Set<Integer> connectors() {
    return new TreeSet<>(new BiconnectivityInspector<>(graph).getCutpoints());
  }

  /// Those through whom the ways of many others run: on the shortest ways of at least one in five
  /// of all pairs of others, where several ways are as short each counts for its part
  /// ([Betweenness]). In a picture of fewer than five nobody: one in five of so few pairs says
  /// nothing.
  public Set<Integer> between() {
    int others = ties.size() - 1;
    if (others < FEWEST_OTHERS) {
      return Set.of();
    }
    double many = others * (others - 1) / 2.0 / ONE_IN;
    double[] ways = Betweenness.of(ties);
    var found = new TreeSet<Integer>();
    for (int one = 0; one < ways.length; one++) {
      if (ways[one] >= many) {
        found.add(one);
      }
    }
    return found;
  }

  /// Those joined to one other at most.
  public Set<Integer> atTheEdge() {
    var found = new TreeSet<Integer>();
    for (int one = 0; one < ties.size(); one++) {
      if (ties.degree(one) <= 1) {
        found.add(one);
      }
    }
    return found;
  }

  /// The groups the picture falls into: more lines within each than between them (Clauset, Newman
  /// and Moore, Finding community structure in very large networks, 2004). Everybody is in one; the
  /// largest first.
  public List<Set<Integer>> groups() {
    if (ties.count() == 0) {
      return parts();
    }
    return ordered(new GreedyModularityAlgorithm<>(graph).getClustering().getClusters());
  }

  /// Those who share a place: for everybody in `places`, who is joined to it, where they are two or
  /// more.
  ///
  /// @return one set for each place with two or more, in the places' order
  public List<SharedPlace> sharing(BitSet places) {
    var found = new ArrayList<SharedPlace>();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      var there = new TreeSet<Integer>();
      for (int i = 0; i < ties.degree(place); i++) {
        if (!places.get(ties.neighbour(place, i))) {
          there.add(ties.neighbour(place, i));
        }
      }
      if (there.size() > 1) {
        found.add(new SharedPlace(place, there));
      }
    }
    return found;
  }

  /// @param people two or more
  public record SharedPlace(int place, Set<Integer> people) {

    public SharedPlace {
      people = Collections.unmodifiableSet(new TreeSet<>(people));
    }
  }

  private static List<Set<Integer>> ordered(List<Set<Integer>> sets) {
    return sets.stream()
        .<Set<Integer>>map(TreeSet::new)
        .sorted(
            Comparator.<Set<Integer>>comparingInt(each -> -each.size())
                .thenComparing(each -> each.iterator().next()))
        .toList();
  }
}
