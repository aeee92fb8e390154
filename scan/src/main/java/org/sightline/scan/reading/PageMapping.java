package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetLayout;

/// Where a place on the page, in millimetres, is in the picture: a projection, and before it a
/// gentle bending of the page.
///
/// 1. The projection that takes the printed corners of all markers nearest to those found. A marker
///    that lies further off than a bent page explains is left out.
/// 2. What is left over is taken by eight terms in each direction (1, x, y, xy, x², y², x²y, xy²),
///    as many as there are markers; terms that the markers do not ask for stay small.
final class PageMapping {

  private static final int TERMS = 8;

  /// In millimetres: more than a bent page explains.
  private static final double TOO_FAR = 7;

  /// In millimetres: so far from its place no bent page takes a marker; it is another sheet's.
  private static final double ANOTHER_SHEET = 25;

  /// In millimetres, after bending: zones would be taken for one another's edges.
  private static final double MOST_LEFT_OVER = 0.8;

  private final Projection projection;
  private final SheetLayout layout;
  private final double[] bendX;
  private final double[] bendY;
  private final double leftOver;
  private final int markers;

  private PageMapping(
      Projection projection,
      SheetLayout layout,
      double[] bendX,
      double[] bendY,
      double leftOver,
      int markers) {
    this.projection = projection;
    this.layout = layout;
    this.bendX = bendX;
    this.bendY = bendY;
    this.leftOver = leftOver;
    this.markers = markers;
  }

  /// Refuses with [NotRead].
  static PageMapping of(SheetLayout layout, List<FoundMarker> found) {
    var markers = new ArrayList<>(onlyOnce(found));
    while (true) {
      if (markers.size() < 4 || inALine(markers)) {
        throw new NotRead(Refusal.TOO_FEW_MARKERS);
      }
      var projection = projectionOf(layout, markers);
      var back = projection == null ? null : projection.inverse();
      if (projection == null || back == null) {
        throw new NotRead(Refusal.TOO_FEW_MARKERS);
      }
      int worst = worst(layout, markers, back);
      if (worst >= 0) {
        markers.remove(worst);
      } else {
        refuseAnother(layout, found, back);
        return bent(layout, markers, projection, back);
      }
    }
  }

  /// Pixels for one millimetre in the middle of the page.
  double resolution() {
    double x = layout.page().width() / 2;
    double y = layout.page().height() / 2;
    double dx = Math.hypot(x(x + 1, y) - x(x, y), y(x + 1, y) - y(x, y));
    double dy = Math.hypot(x(x, y + 1) - x(x, y), y(x, y + 1) - y(x, y));
    return Math.min(dx, dy);
  }

  double x(double x, double y) {
    return projection.x(x + bend(bendX, x, y), y + bend(bendY, x, y));
  }

  double y(double x, double y) {
    return projection.y(x + bend(bendX, x, y), y + bend(bendY, x, y));
  }

  /// Writes both, in one go.
  void place(double x, double y, double[] into, int at) {
    double bentX = x + bend(bendX, x, y);
    double bentY = y + bend(bendY, x, y);
    into[at] = projection.x(bentX, bentY);
    into[at + 1] = projection.y(bentX, bentY);
  }

  /// In millimetres, what the markers are off on average.
  double leftOver() {
    return leftOver;
  }

  int markers() {
    return markers;
  }

  private double bend(double[] bend, double x, double y) {
    double u = 2 * x / layout.page().width() - 1;
    double v = 2 * y / layout.page().height() - 1;
    return bend[0]
        + bend[1] * u
        + bend[2] * v
        + bend[3] * u * v
        + bend[4] * u * u
        + bend[5] * v * v
        + bend[6] * u * u * v
        + bend[7] * u * v * v;
  }

  /// A marker found twice is one, where its second place is not that of a second sheet.
  private static List<FoundMarker> onlyOnce(List<FoundMarker> found) {
    var once = new ArrayList<FoundMarker>();
    int twice = 0;
    for (var marker : found) {
      var same = once.stream().filter(other -> other.id() == marker.id()).toList();
      if (same.isEmpty()) {
        once.add(marker);
      } else if (Math.hypot(
              same.getFirst().middleX() - marker.middleX(),
              same.getFirst().middleY() - marker.middleY())
          > marker.side()) {
        twice++;
      }
    }
    if (twice >= 2) {
      throw new NotRead(Refusal.TWO_SHEETS);
    }
    if (twice == 1) {
      once.removeIf(
          marker -> found.stream().filter(other -> other.id() == marker.id()).count() > 1);
    }
    return once;
  }

  /// Refuses a page on which a marker lies where none is printed: a second sheet is over the first
  /// and hides some of its places. One that lies beside the page hides nothing.
  private static void refuseAnother(SheetLayout layout, List<FoundMarker> found, Projection back) {
    for (var marker : found) {
      double x = back.x(marker.middleX(), marker.middleY());
      double y = back.y(marker.middleX(), marker.middleY());
      double[] printed = printed(layout, marker);
      double off = Math.hypot(x - (printed[0] + printed[4]) / 2, y - (printed[1] + printed[5]) / 2);
      boolean isOnThePage =
          x > 0 && y > 0 && x < layout.page().width() && y < layout.page().height();
      if (isOnThePage && off > ANOTHER_SHEET && marker.wrong() == 0) {
        throw new NotRead(Refusal.TWO_SHEETS);
      }
    }
  }

  private static boolean inALine(List<FoundMarker> markers) {
    double most = 0;
    double longest = 0;
    for (var a : markers) {
      for (var b : markers) {
        double length = Math.hypot(b.middleX() - a.middleX(), b.middleY() - a.middleY());
        longest = Math.max(longest, length);
        for (var c : markers) {
          double area =
              (b.middleX() - a.middleX()) * (c.middleY() - a.middleY())
                  - (b.middleY() - a.middleY()) * (c.middleX() - a.middleX());
          most = Math.max(most, Math.abs(area) / Math.max(1, length));
        }
      }
    }
    return most < 0.15 * longest;
  }

  private static @Nullable Projection projectionOf(SheetLayout layout, List<FoundMarker> markers) {
    var from = new double[8 * markers.size()];
    var to = new double[8 * markers.size()];
    for (int i = 0; i < markers.size(); i++) {
      System.arraycopy(printed(layout, markers.get(i)), 0, from, 8 * i, 8);
      System.arraycopy(markers.get(i).corners(), 0, to, 8 * i, 8);
    }
    return Projection.between(from, to);
  }

  private static double[] printed(SheetLayout layout, FoundMarker found) {
    var marker = layout.markers().get(found.id());
    double right = marker.x() + marker.size();
    double low = marker.y() + marker.size();
    return new double[] {marker.x(), marker.y(), right, marker.y(), right, low, marker.x(), low};
  }

  /// The marker that is off most, when it is off too far.
  private static int worst(SheetLayout layout, List<FoundMarker> markers, Projection back) {
    int worst = -1;
    double most = TOO_FAR;
    for (int i = 0; i < markers.size(); i++) {
      double[] printed = printed(layout, markers.get(i));
      double[] seen = markers.get(i).corners();
      double off = 0;
      for (int k = 0; k < 8; k += 2) {
        off =
            Math.max(
                off,
                Math.hypot(
                    back.x(seen[k], seen[k + 1]) - printed[k],
                    back.y(seen[k], seen[k + 1]) - printed[k + 1]));
      }
      if (!(off <= most)) {
        most = off;
        worst = i;
      }
    }
    return worst;
  }

  private static PageMapping bent(
      SheetLayout layout, List<FoundMarker> markers, Projection projection, Projection back) {
    var flat =
        new PageMapping(
            projection, layout, new double[TERMS], new double[TERMS], 0, markers.size());
    int terms = markers.size() >= 6 ? TERMS : 0;
    var systemX = new double[TERMS][TERMS + 1];
    var systemY = new double[TERMS][TERMS + 1];
    for (var marker : markers) {
      double[] printed = printed(layout, marker);
      double[] seen = marker.corners();
      for (int k = 0; k < 8; k += 2) {
        double[] row = flat.terms(printed[k], printed[k + 1]);
        double offX = back.x(seen[k], seen[k + 1]) - printed[k];
        double offY = back.y(seen[k], seen[k + 1]) - printed[k + 1];
        for (int i = 0; i < TERMS; i++) {
          for (int j = 0; j < TERMS; j++) {
            systemX[i][j] += row[i] * row[j];
            systemY[i][j] += row[i] * row[j];
          }
          systemX[i][TERMS] += row[i] * offX;
          systemY[i][TERMS] += row[i] * offY;
        }
      }
    }
    for (int i = 0; i < TERMS; i++) {
      double hold = 0.01 * markers.size();
      systemX[i][i] += hold;
      systemY[i][i] += hold;
    }
    double[] bendX = terms == 0 ? null : LinearSystem.solve(systemX);
    double[] bendY = terms == 0 ? null : LinearSystem.solve(systemY);
    var bent =
        bendX == null || bendY == null
            ? flat
            : new PageMapping(projection, layout, bendX, bendY, 0, markers.size());
    double leftOver = bent.leftOver(markers, back);
    if (leftOver > MOST_LEFT_OVER) {
      throw new NotRead(Refusal.BENT);
    }
    return new PageMapping(projection, layout, bent.bendX, bent.bendY, leftOver, markers.size());
  }

  private double[] terms(double x, double y) {
    double u = 2 * x / layout.page().width() - 1;
    double v = 2 * y / layout.page().height() - 1;
    return new double[] {1, u, v, u * v, u * u, v * v, u * u * v, u * v * v};
  }

  private double leftOver(List<FoundMarker> found, Projection back) {
    double sum = 0;
    for (var marker : found) {
      double[] printed = printed(layout, marker);
      double[] seen = marker.corners();
      for (int k = 0; k < 8; k += 2) {
        double x = printed[k];
        double y = printed[k + 1];
        double offX = back.x(seen[k], seen[k + 1]) - x - bend(bendX, x, y);
        double offY = back.y(seen[k], seen[k + 1]) - y - bend(bendY, x, y);
        sum += offX * offX + offY * offY;
      }
    }
    return Math.sqrt(sum / found.size() / 4);
  }
}
