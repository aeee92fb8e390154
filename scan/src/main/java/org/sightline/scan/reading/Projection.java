package org.sightline.scan.reading;

import org.jspecify.annotations.Nullable;

/// How a plane is seen from somewhere: eight numbers (a homography).
final class Projection {

  private final double[] h;

  private Projection(double[] h) {
    this.h = h;
  }

  double x(double x, double y) {
    return (h[0] * x + h[1] * y + h[2]) / (h[6] * x + h[7] * y + 1);
  }

  double y(double x, double y) {
    return (h[3] * x + h[4] * y + h[5]) / (h[6] * x + h[7] * y + 1);
  }

  /// The one that takes each of `from` nearest to its partner in `to`, by least squares.
  ///
  /// @param from x and y in turn
  static @Nullable Projection between(double[] from, double[] to) {
    var fromScale = Scaling.of(from);
    var toScale = Scaling.of(to);
    var system = new double[8][9];
    for (int i = 0; i < from.length; i += 2) {
      double x = fromScale.x(from[i]);
      double y = fromScale.y(from[i + 1]);
      double u = toScale.x(to[i]);
      double v = toScale.y(to[i + 1]);
      add(system, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y}, u);
      add(system, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y}, v);
    }
    double[] solved = LinearSystem.solve(system);
    return solved == null ? null : new Projection(unscaled(solved, fromScale, toScale));
  }

  /// The way back.
  @Nullable Projection inverse() {
    double a = h[4] - h[5] * h[7];
    double b = h[2] * h[7] - h[1];
    double c = h[1] * h[5] - h[2] * h[4];
    double d = h[5] * h[6] - h[3];
    double e = h[0] - h[2] * h[6];
    double f = h[2] * h[3] - h[0] * h[5];
    double g = h[3] * h[7] - h[4] * h[6];
    double i = h[1] * h[6] - h[0] * h[7];
    double last = h[0] * h[4] - h[1] * h[3];
    if (Math.abs(last) < 1e-12) {
      return null;
    }
    return new Projection(
        new double[] {
          a / last, b / last, c / last, d / last, e / last, f / last, g / last, i / last
        });
  }

  private static void add(double[][] system, double[] row, double value) {
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        system[i][j] += row[i] * row[j];
      }
      system[i][8] += row[i] * value;
    }
  }

  private static double[] unscaled(double[] s, Scaling from, Scaling to) {
    double[][] scaled = {{s[0], s[1], s[2]}, {s[3], s[4], s[5]}, {s[6], s[7], 1}};
    double[][] before = {
      {from.by, 0, -from.by * from.x}, {0, from.by, -from.by * from.y}, {0, 0, 1}
    };
    double[][] after = {{1 / to.by, 0, to.x}, {0, 1 / to.by, to.y}, {0, 0, 1}};
    double[][] whole = times(after, times(scaled, before));
    var h = new double[8];
    for (int i = 0; i < 8; i++) {
      h[i] = whole[i / 3][i % 3] / whole[2][2];
    }
    return h;
  }

  private static double[][] times(double[][] a, double[][] b) {
    var product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /// Moves points around zero and makes them about one far from it, or the sums lose their digits.
  private record Scaling(double x, double y, double by) {

    static Scaling of(double[] points) {
      double x = 0;
      double y = 0;
      for (int i = 0; i < points.length; i += 2) {
        x += points[i];
        y += points[i + 1];
      }
      x /= points.length / 2.0;
      y /= points.length / 2.0;
      double far = 0;
      for (int i = 0; i < points.length; i += 2) {
        far += Math.hypot(points[i] - x, points[i + 1] - y);
      }
      return new Scaling(x, y, far == 0 ? 1 : points.length / 2.0 / far);
    }

    double x(double value) {
      return (value - x) * by;
    }

    double y(double value) {
      return (value - y) * by;
    }
  }
}
