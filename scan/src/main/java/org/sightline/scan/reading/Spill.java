package org.sightline.scan.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Colour that came over a line from the place next door: near the edge, and of the hue that lies
/// on the other side of it.
final class Spill {

  private static final double REACH = 3.6;
  private static final double SAME_HUE = 25;
  private static final double COLOURED = 0.3;

  /// How much of the middle of a place has a hue that is its own and came over no line.
  private static final double OWN = 0.35;

  /// Hatching has gaps: it is enough when the middle is nearly as thickly coloured as the rest.
  private static final double AS_THICK = 0.6;

  private static final double LEAST_OWN = 0.08;

  /// In millimetres: no hand slips into the inner half of a place that is deeper than this.
  private static final double WIDE = 8;

  private static final int BINS = 36;
  private static final int WAYS = 12;

  /// Of the middle and of the inner half: lines of hatching reach into both.
  private static final double EMPTY = 0.02;

  private static final double NEARLY_EMPTY = 0.3;

  /// In millimetres, along a stroke, and how far behind the line it must still be seen.
  private static final double STEP = 0.4;

  private static final double BEYOND = 2;

  private final LayoutMap map;
  private final Ink ink;
  private final List<Colouring> seen;
  private final Map<Integer, Middle> middles = new HashMap<>();

  /// The middle of a place.
  ///
  /// @param deepest in millimetres
  /// @param hues which part of the middle has which hue
  private record Middle(double deepest, double[] hues) {

    double of(double hue) {
      double sum = 0;
      for (int bin = 0; bin < BINS; bin++) {
        sum += Hues.between((bin + 0.5) * 360 / BINS, hue) < SAME_HUE ? hues[bin] : 0;
      }
      return sum;
    }
  }

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
    double hue = hueAt(at);
    var own = seen.get(place);
    var middle = middles.computeIfAbsent(place, this::middle);
    boolean isOwn =
        middle.deepest() > WIDE && own.core() > 0.15 && Hues.between(own.hue(), hue) < SAME_HUE;
    double enough = Math.min(OWN, Math.max(LEAST_OWN, AS_THICK * own.coverage()));
    if (isOwn || middle.of(hue) > enough) {
      return false;
    }
    return isStraightFromNextDoor(at, place, own, hue)
        || own.middle() < EMPTY
            && own.core() < NEARLY_EMPTY
            && own.isBroad()
            && isStrokeFromNextDoor(at, place, hue);
  }

  private boolean isStraightFromNextDoor(int at, int place, Colouring own, double hue) {
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
            && isFrom(seen.get(other), own, hue)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether colour goes on from here over the line without a gap, in whatever direction, and has
  /// the same hue there: a stroke that began or ended too late, or two that crossed.
  private boolean isStrokeFromNextDoor(int at, int place, double hue) {
    for (int way = 0; way < WAYS; way++) {
      double x = Math.cos(2 * Math.PI * way / WAYS) / map.grid().step();
      double y = Math.sin(2 * Math.PI * way / WAYS) / map.grid().step();
      if (isStrokeFromNextDoor(at, place, hue, x, y)) {
        return true;
      }
    }
    return false;
  }

  private boolean isStrokeFromNextDoor(int at, int place, double hue, double x, double y) {
    double left = Double.NaN;
    for (double far = STEP; far <= 2 * REACH; far += STEP) {
      int there = at + (int) Math.round(x * far) + (int) Math.round(y * far) * map.grid().width();
      if (there < 0 || there >= map.owner().length) {
        return false;
      }
      int owner = map.owner()[there];
      if (owner == place) {
        if (!Double.isNaN(left) || !ink.isColoured(there)) {
          return false;
        }
      } else {
        left = Double.isNaN(left) ? far : left;
        if (owner >= 0 && owner < seen.size()) {
          if (seen.get(owner).coverage() > COLOURED
              && ink.isColoured(there)
              && Hues.between(hueAt(there), hue) < SAME_HUE) {
            return true;
          }
        }
        if (far - left > BEYOND) {
          return false;
        }
      }
    }
    return false;
  }

  private double hueAt(int at) {
    return Math.toDegrees(Math.atan2(ink.v()[at], ink.u()[at]));
  }

  /// Of the hue next door, or of what that makes with what lies here.
  private static boolean isFrom(Colouring other, Colouring own, double hue) {
    double apart = Hues.between(other.hue(), hue);
    return apart < SAME_HUE
        || own.core() > 0.5
            && apart + Hues.between(own.hue(), hue) < Hues.between(other.hue(), own.hue()) + 8;
  }

  private Middle middle(int place) {
    int[] squares = map.squares().get(place);
    double deepest = 0;
    for (int at : squares) {
      deepest = Math.max(deepest, map.depth()[at]);
    }
    var hues = new double[BINS];
    int count = 0;
    for (int at : squares) {
      if (map.depth()[at] > Measuring.MIDDLE * deepest && !Float.isNaN(ink.dark()[at])) {
        count++;
        double u = ink.u()[at];
        double v = ink.v()[at];
        if (Math.hypot(u, v) > ink.least(ink.light()[at])) {
          double hue = (Math.toDegrees(Math.atan2(v, u)) + 360) % 360;
          hues[Math.min(BINS - 1, (int) (hue * BINS / 360))]++;
        }
      }
    }
    for (int bin = 0; bin < BINS; bin++) {
      hues[bin] /= Math.max(1, count);
    }
    return new Middle(deepest, hues);
  }

  private double depth(int at) {
    return at < 0 || at >= map.depth().length ? 0 : map.depth()[at];
  }
}
