package org.sightline.scan.reading;

import java.util.List;

/// Colour that came over a line from the place next door: near the edge, and of the hue that lies
/// on the other side of it.
final class Spill {

  private static final double REACH = 3.6;
  private static final double SAME_HUE = 25;
  private static final double COLOURED = 0.3;

  private final LayoutMap map;
  private final Ink ink;
  private final List<Colouring> seen;

  /// @param seen what lies in each zone, as first measured
  Spill(LayoutMap map, Ink ink, List<Colouring> seen) {
    this.map = map;
    this.ink = ink;
    this.seen = seen;
  }

  /// Whether leaving out what came from next door could change what a zone says.
  static boolean isWorthALook(Colouring seen) {
    return seen.coverage() >= ZoneJudge.EMPTY && (seen.coverage() < 0.6 || seen.other() > 0.05);
  }

  boolean explains(int at, int place) {
    if (map.depth()[at] > REACH) {
      return false;
    }
    double hue = Math.toDegrees(Math.atan2(ink.v()[at], ink.u()[at]));
    var own = seen.get(place);
    if (own.core() > 0.15 && Hues.between(own.hue(), hue) < SAME_HUE) {
      return false;
    }
    int width = map.grid().width();
    double outX = depth(at - 2) - depth(at + 2);
    double outY = depth(at - 2 * width) - depth(at + 2 * width);
    double length = Math.hypot(outX, outY);
    if (length < 1e-3) {
      return false;
    }
    for (double beyond = 0.8; beyond <= 4; beyond += 0.8) {
      double steps = (map.depth()[at] + beyond) / map.grid().step();
      int there =
          at
              + (int) Math.round(outX / length * steps)
              + (int) Math.round(outY / length * steps) * width;
      if (there >= 0 && there < map.owner().length) {
        int other = map.owner()[there];
        if (other >= 0
            && other != place
            && other < seen.size()
            && seen.get(other).coverage() > COLOURED
            && Hues.between(seen.get(other).hue(), hue) < SAME_HUE) {
          return true;
        }
      }
    }
    return false;
  }

  private double depth(int at) {
    return at < 0 || at >= map.depth().length ? 0 : map.depth()[at];
  }
}
