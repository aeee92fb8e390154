package org.sightline.network.taking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.sightline.network.drawing.View;

/// Where everything stands on a printed map: where it was put by hand, and otherwise by who is
/// linked (Fruchterman and Reingold, Graph drawing by force-directed placement, 1991). The same
/// map gives the same picture.
final class Places {

  private static final int ROUNDS = 250;
  private static final double SIDE_OF_ONE = 150;

  private Places() {}

  /// A place, in the units of the screen.
  record Place(double x, double y) {}

  static Map<String, Place> of(View view) {
    var places = new HashMap<String, Place>();
    for (var node : view.nodes()) {
      if (!node.pin().isEmpty()) {
        String[] at = node.pin().split(" ");
        places.put(node.id(), new Place(Double.parseDouble(at[0]), Double.parseDouble(at[1])));
      }
    }
    if (places.isEmpty()) {
      return byLinks(view);
    }
    view.nodes().stream()
        .filter(node -> !places.containsKey(node.id()))
        .toList()
        .forEach(node -> places.put(node.id(), beside(node, view.lines(), places)));
    return places;
  }

  private static Map<String, Place> byLinks(View view) {
    var graph = new SimpleGraph<String, DefaultEdge>(DefaultEdge.class);
    view.nodes().forEach(node -> graph.addVertex(node.id()));
    for (var line : view.lines()) {
      if (!line.from().equals(line.to())) {
        graph.addEdge(line.from(), line.to());
      }
    }
    double side = SIDE_OF_ONE * Math.sqrt(Math.max(1, view.nodes().size()));
    var model = new MapLayoutModel2D<String>(new Box2D(1.3 * side, side));
    new FRLayoutAlgorithm2D<String, DefaultEdge>(
            ROUNDS, FRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR, new Random(1))
        .layout(graph, model);
    var places = new HashMap<String, Place>();
    model.collect().forEach((id, point) -> places.put(id, new Place(point.getX(), point.getY())));
    return places;
  }

  /// Near those it is linked to, or below everything.
  private static Place beside(View.Node node, List<View.Line> lines, Map<String, Place> places) {
    var near =
        lines.stream()
            .filter(line -> line.from().equals(node.id()) || line.to().equals(node.id()))
            .map(line -> places.get(line.from().equals(node.id()) ? line.to() : line.from()))
            .filter(place -> place != null)
            .toList();
    double turn = 2.4 * places.size();
    if (near.isEmpty()) {
      double bottom = places.values().stream().mapToDouble(Place::y).max().orElse(0);
      return new Place(90 * (places.size() % 8), bottom + 90);
    }
    return new Place(
        near.stream().mapToDouble(Place::x).average().orElse(0) + 60 * Math.cos(turn),
        near.stream().mapToDouble(Place::y).average().orElse(0) + 60 * Math.sin(turn));
  }
}
