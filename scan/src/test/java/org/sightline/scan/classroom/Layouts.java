package org.sightline.scan.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sightline.scan.LayingOut;
import org.sightline.scan.Paper;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Tick;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.SheetPlan;

/// Invented schools: halls, rooms and corridors made by cutting a rectangle again and again.
public final class Layouts {

  private static final String VERSIONS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private Layouts() {}

  public static SheetLayout school(long seed, Paper paper, int zones) {
    var random = new SplittableRandom(seed);
    double wide = paper.size().width();
    double high = paper.size().height();
    var rooms = new ArrayList<double[]>(List.<double[]>of(new double[] {0, 0, wide, high * 0.8}));
    while (rooms.size() < zones) {
      int largest = 0;
      for (int i = 0; i < rooms.size(); i++) {
        if (rooms.get(i)[2] * rooms.get(i)[3] > rooms.get(largest)[2] * rooms.get(largest)[3]) {
          largest = i;
        }
      }
      double[] room = rooms.remove(largest);
      double at = random.nextDouble(0.35, 0.65);
      if (room[2] > room[3]) {
        rooms.add(new double[] {room[0], room[1], room[2] * at, room[3]});
        rooms.add(new double[] {room[0] + room[2] * at, room[1], room[2] * (1 - at), room[3]});
      } else {
        rooms.add(new double[] {room[0], room[1], room[2], room[3] * at});
        rooms.add(new double[] {room[0], room[1] + room[3] * at, room[2], room[3] * (1 - at)});
      }
    }
    double wall = random.nextBoolean() ? 0 : random.nextDouble(0.5, 2);
    var made = new ArrayList<Zone>();
    for (int i = 0; i < rooms.size(); i++) {
      made.add(new Zone("z" + i, "Place " + (i + 1), corners(rooms.get(i), wall, random)));
    }
    var ticks = new ArrayList<Tick>();
    for (int year = 7; year <= 11 && random.nextBoolean(); year++) {
      ticks.add(new Tick("Year " + year, 0, 0, 5));
    }
    return LayingOut.layOut(
        new SheetPlan(paper.size(), made, ticks, List.of()), paper, letters(random, 8));
  }

  public static SheetLayout list(long seed, Paper paper, int zones) {
    var random = new SplittableRandom(seed);
    var made = new ArrayList<Zone>();
    for (int i = 0; i < zones; i++) {
      made.add(new Zone("z" + i, "Place " + (i + 1), List.of()));
    }
    return LayingOut.layOut(SheetPlan.of(new PageSize(210, 297), made), paper, letters(random, 8));
  }

  public static String letters(SplittableRandom random, int count) {
    var letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(VERSIONS.charAt(random.nextInt(VERSIONS.length())));
    }
    return letters.toString();
  }

  private static List<Point> corners(double[] room, double wall, SplittableRandom random) {
    double x = room[0] + wall / 2;
    double y = room[1] + wall / 2;
    double right = room[0] + room[2] - wall / 2;
    double low = room[1] + room[3] - wall / 2;
    if (random.nextDouble() < 0.2) {
      double cutX = x + (right - x) * 0.7;
      double cutY = y + (low - y) * 0.65;
      return List.of(
          new Point(x, y),
          new Point(right, y),
          new Point(right, cutY),
          new Point(cutX, cutY),
          new Point(cutX, low),
          new Point(x, low));
    }
    return List.of(new Point(x, y), new Point(right, y), new Point(right, low), new Point(x, low));
  }
}
