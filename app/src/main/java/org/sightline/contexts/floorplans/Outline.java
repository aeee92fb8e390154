package org.sightline.contexts.floorplans;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/// The edge of a zone: a closed line that passes [ZoneRules]. The last corner joins the first.
///
/// Ask [ZoneRules#check] first when the corners came from a person: this throws.
public record Outline(List<Corner> corners) {

  private static final double LABEL_TOLERANCE = 0.001;

  /// A plan is read for every page that shows it, and its zones do not move.
  private static final LoadingCache<Outline, Corner> LABELS =
      Caffeine.newBuilder().maximumSize(20_000).build(Outline::roomiest);

  public Outline {
    corners = List.copyOf(corners);
    ZoneRules.check(corners)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(refusal);
            });
  }

  /// A box, by two opposite corners.
  public static Outline rectangle(Corner one, Corner opposite) {
    return new Outline(
        List.of(
            one, new Corner(opposite.x(), one.y()), opposite, new Corner(one.x(), opposite.y())));
  }

  /// Where a label has most room: the middle of the largest circle inside.
  public Corner labelPoint() {
    return LABELS.get(this);
  }

  private Corner roomiest() {
    var polygon = polygon();
    var middle = MaximumInscribedCircle.getCenter(polygon, LABEL_TOLERANCE).getCoordinate();
    var inside = polygon.contains(polygon.getFactory().createPoint(middle));
    var point = inside ? middle : polygon.getInteriorPoint().getCoordinate();
    return new Corner(point.x, point.y);
  }

  /// Share of the plan, 0 to 1.
  public double area() {
    return ZoneRules.area(corners);
  }

  Polygon polygon() {
    var ring = new Coordinate[corners.size() + 1];
    for (var i = 0; i < ring.length; i++) {
      var corner = corners.get(i % corners.size());
      ring[i] = new Coordinate(corner.x(), corner.y());
    }
    return new GeometryFactory().createPolygon(ring);
  }
}
