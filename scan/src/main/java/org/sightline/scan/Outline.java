package org.sightline.scan;

import java.util.List;

/// The geometry of a zone's polygon.
public final class Outline {

  private final double[] xs;
  private final double[] ys;

  public Outline(List<Point> corners) {
    this.xs = corners.stream().mapToDouble(Point::x).toArray();
    this.ys = corners.stream().mapToDouble(Point::y).toArray();
  }

  public boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  public double distanceToEdge(double x, double y) {
    double least = Double.MAX_VALUE;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      least = Math.min(least, squaredDistance(x, y, xs[j], ys[j], xs[i], ys[i]));
    }
    return Math.sqrt(least);
  }

  private static double squaredDistance(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
    along = Math.clamp(along, 0, 1);
    double offX = x - fromX - along * dx;
    double offY = y - fromY - along * dy;
    return offX * offX + offY * offY;
  }

  public double minX() {
    return least(xs);
  }

  public double minY() {
    return least(ys);
  }

  public double maxX() {
    return most(xs);
  }

  public double maxY() {
    return most(ys);
  }

  /// The point furthest from every edge: searched on a grid, then on a finer one around the best.
  public Point middle() {
    double left = minX();
    double top = minY();
    double right = maxX();
    double low = maxY();
    var best = new Point((left + right) / 2, (top + low) / 2);
    double furthest = contains(best.x(), best.y()) ? distanceToEdge(best.x(), best.y()) * 1.02 : -1;
    for (int round = 0; round < 3; round++) {
      double stepX = (right - left) / 16;
      double stepY = (low - top) / 16;
      for (double x = left + stepX / 2; x < right; x += stepX) {
        for (double y = top + stepY / 2; y < low; y += stepY) {
          double distance = contains(x, y) ? distanceToEdge(x, y) : -1;
          if (distance > furthest) {
            furthest = distance;
            best = new Point(x, y);
          }
        }
      }
      left = best.x() - stepX;
      right = best.x() + stepX;
      top = best.y() - stepY;
      low = best.y() + stepY;
    }
    return best;
  }

  private static double least(double[] values) {
    double least = Double.MAX_VALUE;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(double[] values) {
    double most = -Double.MAX_VALUE;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
