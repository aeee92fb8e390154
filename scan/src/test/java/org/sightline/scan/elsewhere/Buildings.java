package org.sightline.scan.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sightline.scan.LayingOut;
import org.sightline.scan.Paper;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetLayout.Tick;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.SheetPlan;
import org.sightline.scan.classroom.Layouts;

/// Plans of other shapes: a spine with rooms on both sides, houses on a field, a grid of very many
/// small places, a list.
public enum Buildings {
  SPINE {
    @Override
    List<Zone> zones(SplittableRandom random) {
      return spine(random);
    }
  },
  CAMPUS {
    @Override
    List<Zone> zones(SplittableRandom random) {
      return campus(random);
    }
  },
  MANY {
    @Override
    List<Zone> zones(SplittableRandom random) {
      return grid(random);
    }
  },
  LIST {
    @Override
    List<Zone> zones(SplittableRandom random) {
      var zones = new ArrayList<Zone>();
      int count = random.nextInt(6, 40);
      for (int i = 0; i < count; i++) {
        zones.add(zone(zones, "Stair " + i, List.of()));
      }
      return zones;
    }
  };

  abstract List<Zone> zones(SplittableRandom random);

  public SheetLayout on(Paper paper, long seed) {
    var random = new SplittableRandom(seed * 31 + ordinal());
    var ticks = new ArrayList<Tick>();
    for (int year = 7; year < 7 + random.nextInt(8); year++) {
      ticks.add(new Tick("Year " + year, 0, 0, 5));
    }
    return LayingOut.layOut(
        new SheetPlan(paper.size(), zones(random), ticks, List.of()),
        paper,
        Layouts.letters(random, 8));
  }

  /// A corridor from end to end, broken once, and rooms along it; a slanted wing; a round yard.
  private static List<Zone> spine(SplittableRandom random) {
    var zones = new ArrayList<Zone>();
    double long1 = random.nextDouble(90, 140);
    double wide = random.nextDouble(7, 11);
    zones.add(zone(zones, "Corridor", box(0, 50, long1, wide)));
    zones.add(zone(zones, "Long link", box(long1, 50, 200 - long1, wide)));
    for (int side = 0; side < 2; side++) {
      double x = 0;
      while (x < 190) {
        double room = Math.min(random.nextDouble(14, 44), 200 - x);
        double deep = random.nextDouble(18, 40);
        zones.add(
            zone(
                zones,
                room < 20 ? "WC" : "Room " + zones.size(),
                box(x, side == 0 ? 50 - deep : 50 + wide, room, deep)));
        x += room;
      }
    }
    double slant = random.nextDouble(0.2, 0.6);
    zones.add(
        zone(
            zones,
            "Sports hall and changing rooms",
            turned(box(20, 105, 60, 30), slant * 0.4, 50, 120)));
    var yard = new ArrayList<Point>();
    for (int i = 0; i < 24; i++) {
      double at = i * Math.PI / 12;
      yard.add(new Point(150 + 32 * Math.cos(at), 128 + 20 * Math.sin(at)));
    }
    zones.add(zone(zones, "Round yard", yard));
    return zones;
  }

  /// Houses that touch nothing: each turned its own way, some with a corner cut out.
  private static List<Zone> campus(SplittableRandom random) {
    var zones = new ArrayList<Zone>();
    int columns = random.nextInt(3, 6);
    int rows = random.nextInt(3, 7);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = column * 50 + 25;
        double y = row * 40 + 20;
        double w = random.nextDouble(20, 38);
        double h = random.nextDouble(14, 28);
        double left = x - w / 2;
        double top = y - h / 2;
        var shape =
            random.nextDouble() < 0.4
                ? List.of(
                    new Point(left, top),
                    new Point(left + w, top),
                    new Point(left + w, top + h * 0.4),
                    new Point(left + w * 0.45, top + h * 0.4),
                    new Point(left + w * 0.45, top + h),
                    new Point(left, top + h))
                : box(left, top, w, h);
        zones.add(
            zone(
                zones,
                random.nextBoolean() ? "House " + zones.size() : "Bike shed and bins",
                turned(shape, random.nextDouble(-0.35, 0.35), x, y)));
      }
    }
    return zones;
  }

  private static List<Zone> grid(SplittableRandom random) {
    var zones = new ArrayList<Zone>();
    int columns = random.nextInt(8, 13);
    int rows = random.nextInt(8, 15);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        zones.add(zone(zones, "R" + zones.size(), box(column * 20, row * 20, 20, 20)));
      }
    }
    return zones;
  }

  private static Zone zone(List<Zone> before, String label, List<Point> shape) {
    return new Zone("place-" + before.size(), label, shape);
  }

  private static List<Point> box(double x, double y, double width, double height) {
    return List.of(
        new Point(x, y),
        new Point(x + width, y),
        new Point(x + width, y + height),
        new Point(x, y + height));
  }

  private static List<Point> turned(List<Point> corners, double by, double x, double y) {
    return corners.stream()
        .map(
            corner -> {
              double dx = corner.x() - x;
              double dy = corner.y() - y;
              return new Point(
                  x + dx * Math.cos(by) - dy * Math.sin(by),
                  y + dx * Math.sin(by) + dy * Math.cos(by));
            })
        .toList();
  }
}
