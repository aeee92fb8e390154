package org.sightline.network.taking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.network.drawing.View;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.NodeKind;
import org.sightline.network.taking.Places.Place;

/// The outlines around everybody who is part of a group, with the group itself, as the screen draws
/// them (`static/network/hulls.js`).
final class Hulls {

  /// How far around those who are in it.
  static final double AROUND = 28;

  static final String PALE = "#dfe9ec";

  private Hulls() {}

  /// @return one path of SVG for each group with somebody in it
  static List<String> of(View view, Map<String, Place> places) {
    return view.nodes().stream()
        .filter(node -> node.kind().equals(NodeKind.PEER_GROUP.name()))
        .map(group -> around(view, group, places))
        .filter(there -> there.size() > 1)
        .map(Hulls::path)
        .toList();
  }

  private static List<Place> around(View view, View.Node group, Map<String, Place> places) {
    var ids = new TreeSet<String>();
    for (var line : view.lines()) {
      boolean isOfIt = line.from().equals(group.id()) || line.to().equals(group.id());
      if (isOfIt && line.kind().equals(LineKind.PART_OF.name()) && !line.past()) {
        ids.add(line.from());
        ids.add(line.to());
      }
    }
    return ids.stream().map(places::get).filter(Objects::nonNull).toList();
  }

  private static String path(List<Place> points) {
    return corners(points).stream()
        .map(at -> Svg.number(at.x()) + " " + Svg.number(at.y()))
        .collect(Collectors.joining(" L ", "M ", " Z"));
  }

  /// Andrew's monotone chain: the corners of the smallest convex shape around the points.
  private static List<Place> corners(List<Place> points) {
    var sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y))
            .toList();
    return sorted.size() < 3
        ? sorted
        : Stream.concat(half(sorted).stream(), half(sorted.reversed()).stream()).toList();
  }

  private static List<Place> half(List<Place> points) {
    var chain = new ArrayList<Place>();
    for (var point : points) {
      while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
        chain.removeLast();
      }
      chain.add(point);
    }
    return chain.subList(0, chain.size() - 1);
  }

  private static double turn(Place o, Place a, Place b) {
    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
  }
}
