package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sightline.scan.LabelPlace;
import org.sightline.scan.Outline;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetLayout.LevelBox;
import org.sightline.scan.SheetLayout.Zone;

/// What every square of a layout's grid belongs to. Made once for a layout.
///
/// @param places the regions that can be coloured: zones or level boxes, then key boxes, then ticks
/// @param owner for each square the number of its place, [#PAPER] or [#PRINTED]
/// @param depth for each square in a place, in millimetres, how far it is from the place's edge
/// @param label whether a label is printed on the square
/// @param text for each zone, how much ink its label takes: letters by the square of their size
/// @param squares for each place, its squares
record LayoutMap(
    SheetLayout layout,
    Grid grid,
    int count,
    short[] owner,
    float[] depth,
    boolean[] label,
    double[] text,
    List<int[]> squares) {

  static final short PAPER = -1;
  static final short PRINTED = -2;

  static LayoutMap of(SheetLayout layout) {
    var grid = Grid.of(layout);
    var owner = new short[grid.size()];
    Arrays.fill(owner, PAPER);
    var label = new boolean[grid.size()];
    excludePrint(layout, grid, owner);
    int colourable = layout.isList() ? layout.boxes().size() : layout.zones().size();
    if (layout.isList()) {
      drawBoxes(layout, grid, owner);
    } else {
      drawZones(layout, grid, owner, label);
    }
    int next = colourable;
    for (var box : layout.key()) {
      rectangle(grid, owner, box.x(), box.y(), box.width(), box.height(), (short) next++);
    }
    for (var tick : layout.ticks()) {
      rectangle(grid, owner, tick.x(), tick.y(), tick.size(), tick.size(), (short) next++);
    }
    float[] depth = depths(grid, owner);
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] == PAPER && depth[i] < 1.4) {
        owner[i] = PRINTED;
      }
    }
    return new LayoutMap(
        layout, grid, next, owner, depth, label, textOf(layout), squares(owner, next));
  }

  int firstKey() {
    return count - layout.key().size() - layout.ticks().size();
  }

  int firstTick() {
    return count - layout.ticks().size();
  }

  private static void excludePrint(SheetLayout layout, Grid grid, short[] owner) {
    double edge = 4;
    double w = layout.page().width();
    double low = grid.height() * grid.step();
    rectangle(grid, owner, 0, 0, w, edge, PRINTED);
    rectangle(grid, owner, 0, 0, edge, low, PRINTED);
    rectangle(grid, owner, w - edge, 0, edge, low, PRINTED);
    for (var marker : layout.markers()) {
      rectangle(
          grid,
          owner,
          marker.x() - 1,
          marker.y() - 1,
          marker.size() + 2,
          marker.size() + 2,
          PRINTED);
    }
    double top = layout.markers().getFirst().y() - 1;
    double heading = layout.qr().y() + layout.qr().size() + 4;
    double ticks =
        layout.ticks().stream().mapToDouble(tick -> tick.y() + tick.size() + 2).max().orElse(0);
    rectangle(grid, owner, 0, top, w, Math.max(heading, ticks) - top, PRINTED);
    if (layout.isList()) {
      double first = layout.boxes().stream().mapToDouble(LevelBox::y).min().orElse(0);
      double left = layout.markers().getFirst().x() + layout.markers().getFirst().size() + 2;
      rectangle(grid, owner, left, first - 6, w - 2 * left, 7, PRINTED);
      for (var box : layout.boxes()) {
        double from = Math.max(left, box.x() - 70);
        rectangle(grid, owner, from, box.y() - 0.5, box.x() - from, box.height() + 1, PRINTED);
      }
    }
  }

  private static void drawBoxes(SheetLayout layout, Grid grid, short[] owner) {
    short number = 0;
    for (var box : layout.boxes()) {
      rectangle(grid, owner, box.x(), box.y(), box.width(), box.height(), number++);
    }
  }

  /// Larger zones first, so that one that lies within another keeps its squares.
  private static void drawZones(SheetLayout layout, Grid grid, short[] owner, boolean[] label) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < layout.zones().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -area(layout.zones().get(i))));
    for (int number : order) {
      var zone = layout.zones().get(number);
      if (zone.polygon().isEmpty()) {
        continue;
      }
      var outline = new Outline(zone.polygon());
      for (int row = grid.row(outline.minY()); row <= grid.row(outline.maxY()); row++) {
        for (int column = grid.column(outline.minX());
            column <= grid.column(outline.maxX());
            column++) {
          if (outline.contains(grid.x(column), grid.y(row))) {
            owner[row * grid.width() + column] = (short) number;
          }
        }
      }
      var place = LabelPlace.of(zone);
      double w = place.halfWidth() + 0.8;
      double h = place.halfHeight() + 0.8;
      for (int row = grid.row(place.y() - h); row <= grid.row(place.y() + h); row++) {
        for (int column = grid.column(place.x() - w);
            column <= grid.column(place.x() + w);
            column++) {
          label[row * grid.width() + column] = true;
        }
      }
    }
  }

  private static double[] textOf(SheetLayout layout) {
    return layout.zones().stream()
        .mapToDouble(
            zone -> {
              if (zone.polygon().isEmpty()) {
                return 0;
              }
              var place = LabelPlace.of(zone);
              int letters = place.lines().stream().mapToInt(String::length).sum();
              return letters * place.size() * place.size();
            })
        .toArray();
  }

  private static double area(Zone zone) {
    double area = 0;
    var corners = zone.polygon();
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      area += corners.get(j).x() * corners.get(i).y() - corners.get(i).x() * corners.get(j).y();
    }
    return Math.abs(area) / 2;
  }

  private static void rectangle(
      Grid grid, short[] owner, double x, double y, double width, double height, short number) {
    for (int row = grid.row(y); row <= grid.row(y + height); row++) {
      for (int column = grid.column(x); column <= grid.column(x + width); column++) {
        double middleX = grid.x(column);
        double middleY = grid.y(row);
        if (middleX >= x && middleX <= x + width && middleY >= y && middleY <= y + height) {
          owner[row * grid.width() + column] = number;
        }
      }
    }
  }

  /// How far each square is from the nearest of another owner: one pass down, one back, with steps
  /// of 1 and the root of 2.
  private static float[] depths(Grid grid, short[] owner) {
    int width = grid.width();
    int height = grid.height();
    var depth = new float[owner.length];
    float straight = (float) grid.step();
    float slanted = (float) (grid.step() * Math.sqrt(2));
    Arrays.fill(depth, 1000);
    for (int pass = 0; pass < 2; pass++) {
      int sign = pass == 0 ? -1 : 1;
      for (int k = 0; k < height; k++) {
        int row = pass == 0 ? k : height - 1 - k;
        for (int m = 0; m < width; m++) {
          int column = pass == 0 ? m : width - 1 - m;
          int at = row * width + column;
          depth[at] =
              Math.min(depth[at], from(grid, owner, depth, at, column, row, sign, 0, straight));
          depth[at] =
              Math.min(depth[at], from(grid, owner, depth, at, column, row, 0, sign, straight));
          depth[at] =
              Math.min(depth[at], from(grid, owner, depth, at, column, row, sign, sign, slanted));
          depth[at] =
              Math.min(depth[at], from(grid, owner, depth, at, column, row, -sign, sign, slanted));
        }
      }
    }
    return depth;
  }

  private static float from(
      Grid grid,
      short[] owner,
      float[] depth,
      int at,
      int column,
      int row,
      int dx,
      int dy,
      float step) {
    int x = column + dx;
    int y = row + dy;
    if (x < 0 || y < 0 || x >= grid.width() || y >= grid.height()) {
      return 1000;
    }
    int other = y * grid.width() + x;
    return owner[other] == owner[at] ? depth[other] + step : step / 2;
  }

  private static List<int[]> squares(short[] owner, int count) {
    var sizes = new int[count];
    for (short number : owner) {
      if (number >= 0) {
        sizes[number]++;
      }
    }
    var squares = new ArrayList<int[]>();
    for (int size : sizes) {
      squares.add(new int[size]);
    }
    Arrays.fill(sizes, 0);
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] >= 0) {
        squares.get(owner[i])[sizes[owner[i]]++] = i;
      }
    }
    return List.copyOf(squares);
  }
}
