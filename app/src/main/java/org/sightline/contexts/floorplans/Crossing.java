package org.sightline.contexts.floorplans;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/// Finds the first place where an outline crosses, touches or runs back along itself.
///
/// Works on the whole steps of [Corner], which floating point holds exactly. At most 100 corners
/// make 4,950 pairs of lines, so every pair is tried.
final class Crossing {

  private final List<Corner> corners;
  private final LineIntersector lines = new RobustLineIntersector();

  private Crossing(List<Corner> corners) {
    this.corners = corners;
  }

  static Optional<String> in(List<Corner> corners) {
    return new Crossing(corners).find();
  }

  private Optional<String> find() {
    for (var i = 0; i < corners.size(); i++) {
      for (var j = i + 1; j < corners.size(); j++) {
        lines.computeIntersection(at(i), at(i + 1), at(j), at(j + 1));
        if (lines.hasIntersection() && !onlyShareACorner(i, j)) {
          return Optional.of(sentence(i, j));
        }
      }
    }
    return Optional.empty();
  }

  private boolean onlyShareACorner(int i, int j) {
    var neighbours = j == i + 1 || (i == 0 && j == corners.size() - 1);
    return neighbours && lines.getIntersectionNum() == LineIntersector.POINT_INTERSECTION;
  }

  private String sentence(int i, int j) {
    var place = lines.getIntersection(0);
    return "The line %s %s the line %s, near %s: move a corner."
        .formatted(
            line(i),
            verb(),
            line(j),
            new Corner(place.x / Corner.STEPS, place.y / Corner.STEPS).inWords());
  }

  private String verb() {
    if (lines.getIntersectionNum() == LineIntersector.COLLINEAR_INTERSECTION) {
      return "runs along";
    }
    return lines.isProper() ? "crosses" : "touches";
  }

  private String line(int from) {
    return "from corner %d to corner %d".formatted(from + 1, (from + 1) % corners.size() + 1);
  }

  private Coordinate at(int index) {
    var corner = corners.get(index % corners.size());
    return new Coordinate(
        Math.round(corner.x() * Corner.STEPS), Math.round(corner.y() * Corner.STEPS));
  }
}
