package org.sightline.network.taking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.network.drawing.View;

/// Where everything stands on a printed map: where it was put by hand, and otherwise by who is
/// linked ([Springs]). The same map gives the same picture.
final class Places {

  private static final double SIDE_OF_ONE = 125;
  private static final double SMALLEST_SIDE = 330;

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
    var numbers = new HashMap<String, Integer>();
    view.nodes().forEach(node -> numbers.put(node.id(), numbers.size()));
    var pairs = new ArrayList<int[]>();
    for (var line : view.lines()) {
      Integer from = numbers.get(line.from());
      Integer to = numbers.get(line.to());
      if (from != null && to != null && !from.equals(to)) {
        pairs.add(new int[] {from, to});
      }
    }
    double side = Math.max(SMALLEST_SIDE, SIDE_OF_ONE * Math.sqrt(numbers.size()));
    double[][] at = new Springs(numbers.size(), pairs, 1.3 * side, side).places();
    var places = new HashMap<String, Place>();
    numbers.forEach((id, i) -> places.put(id, new Place(at[0][i], at[1][i])));
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
