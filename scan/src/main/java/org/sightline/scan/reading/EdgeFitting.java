package org.sightline.scan.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.MarkerCodes;

/// Measures the four edges of a dark square in the large picture.
///
/// Across each edge the brightness is read along short lines; where it is halfway between dark and
/// bright is a point of the edge. A straight line through these points, without the third that lie
/// worst, is the edge; where two meet is the corner.
final class EdgeFitting {

  private static final int POINTS = 14;
  private static final int STEPS = 24;

  private final Picture picture;

  EdgeFitting(Picture picture) {
    this.picture = picture;
  }

  /// @param rough x and y of four corners, clockwise
  double @Nullable [] fit(double[] rough) {
    var edges = new double[4][];
    for (int i = 0; i < 4; i++) {
      int j = (i + 1) % 4;
      var edge = edge(rough[2 * i], rough[2 * i + 1], rough[2 * j], rough[2 * j + 1]);
      if (edge == null) {
        return null;
      }
      edges[i] = edge;
    }
    var corners = new double[8];
    for (int i = 0; i < 4; i++) {
      double[] before = edges[(i + 3) % 4];
      double[] after = edges[i];
      double across = before[0] * after[1] - before[1] * after[0];
      if (Math.abs(across) < 1e-6) {
        return null;
      }
      corners[2 * i] = (before[2] * after[1] - before[1] * after[2]) / across;
      corners[2 * i + 1] = (before[0] * after[2] - before[2] * after[0]) / across;
      double side = Math.hypot(rough[2] - rough[0], rough[3] - rough[1]);
      if (Math.hypot(corners[2 * i] - rough[2 * i], corners[2 * i + 1] - rough[2 * i + 1])
          > side * 0.3) {
        return null;
      }
    }
    return corners;
  }

  /// @return a, b and c of the line ax + by = c, or nothing when no edge is there
  private double @Nullable [] edge(double x0, double y0, double x1, double y1) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    double outX = (y1 - y0) / length;
    double outY = -(x1 - x0) / length;
    double reach = length / MarkerCodes.WHOLE * 0.8;
    var xs = new double[POINTS];
    var ys = new double[POINTS];
    int found = 0;
    for (int i = 0; i < POINTS; i++) {
      double along = 0.1 + 0.8 * i / (POINTS - 1);
      double x = x0 + along * (x1 - x0);
      double y = y0 + along * (y1 - y0);
      double crossing = crossing(x, y, outX, outY, reach);
      if (!Double.isNaN(crossing)) {
        xs[found] = x + crossing * outX;
        ys[found] = y + crossing * outY;
        found++;
      }
    }
    return found < POINTS / 2 ? null : line(xs, ys, found);
  }

  private double crossing(double x, double y, double outX, double outY, double reach) {
    var values = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double off = reach * (2.0 * i / STEPS - 1);
      values[i] = picture.brightness(x + off * outX, y + off * outY);
    }
    double inside = (values[0] + values[1] + values[2]) / 3;
    double outside = (values[STEPS] + values[STEPS - 1] + values[STEPS - 2]) / 3;
    if (outside - inside < 20) {
      return Double.NaN;
    }
    double middle = (inside + outside) / 2;
    for (int i = 1; i <= STEPS; i++) {
      if (values[i] >= middle && values[i - 1] < middle) {
        double part = (middle - values[i - 1]) / (values[i] - values[i - 1]);
        return reach * (2.0 * (i - 1 + part) / STEPS - 1);
      }
    }
    return Double.NaN;
  }

  private static double[] line(double[] xs, double[] ys, int count) {
    var used = new boolean[count];
    Arrays.fill(used, true);
    double[] line = through(xs, ys, used);
    for (int round = 0; round < 2; round++) {
      var off = new double[count];
      for (int i = 0; i < count; i++) {
        off[i] = Math.abs(line[0] * xs[i] + line[1] * ys[i] - line[2]);
      }
      var sorted = off.clone();
      Arrays.sort(sorted);
      double limit = Math.max(0.3, sorted[count * 2 / 3]);
      for (int i = 0; i < count; i++) {
        used[i] = off[i] <= limit;
      }
      line = through(xs, ys, used);
    }
    return line;
  }

  private static double[] through(double[] xs, double[] ys, boolean[] used) {
    double n = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        n++;
        x += xs[i];
        y += ys[i];
      }
    }
    x /= n;
    y /= n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        xx += (xs[i] - x) * (xs[i] - x);
        xy += (xs[i] - x) * (ys[i] - y);
        yy += (ys[i] - y) * (ys[i] - y);
      }
    }
    double direction = 0.5 * Math.atan2(2 * xy, xx - yy);
    double a = -Math.sin(direction);
    double b = Math.cos(direction);
    return new double[] {a, b, a * x + b * y};
  }
}
