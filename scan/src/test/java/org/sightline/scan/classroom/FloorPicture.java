package org.sightline.scan.classroom;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.Underlay;

/// An invented architect's drawing of a floor, as schools have them: black walls with doors,
/// stairs, tables, words, a room that is filled with grey, and a street outside.
public final class FloorPicture {

  private static final int DOTS_PER_MILLIMETRE = 5;

  private FloorPicture() {}

  /// Of the floor that a layout shows, as large as its page.
  public static Underlay of(SheetLayout layout, long seed) {
    var random = new SplittableRandom(seed);
    double wide = layout.page().width();
    double high = layout.page().height();
    var picture =
        new BufferedImage(
            (int) wide * DOTS_PER_MILLIMETRE,
            (int) high * DOTS_PER_MILLIMETRE,
            BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(DOTS_PER_MILLIMETRE, DOTS_PER_MILLIMETRE);
    pen.setColor(new Color(0x2a4a8a));
    pen.setStroke(new BasicStroke(2));
    pen.draw(new Line2D.Double(0, high * 0.7, wide, high * 0.5));
    for (var zone : layout.zones()) {
      if (!zone.polygon().isEmpty()) {
        room(pen, zone.polygon(), random);
      }
    }
    pen.dispose();
    return new Underlay(picture, 0, 0, wide, high);
  }

  private static void room(Graphics2D pen, List<Point> corners, SplittableRandom random) {
    double left = corners.stream().mapToDouble(Point::x).min().orElseThrow();
    double right = corners.stream().mapToDouble(Point::x).max().orElseThrow();
    double top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
    double low = corners.stream().mapToDouble(Point::y).max().orElseThrow();
    double off = random.nextDouble(-1.5, 1.5);
    if (random.nextInt(10) == 0) {
      pen.setColor(Color.GRAY);
      pen.fill(new Rectangle2D.Double(left + 1, top + 1, (right - left) / 2, low - top - 2));
    }
    pen.setColor(Color.BLACK);
    if (random.nextInt(6) == 0) {
      pen.setStroke(new BasicStroke(0.3f));
      for (double x = left; x < left + (right - left) / 2; x += 1.2) {
        pen.draw(new Line2D.Double(x, top + 1, x, low - 1));
      }
    }
    if (random.nextInt(3) == 0) {
      pen.setStroke(new BasicStroke(0.4f));
      for (double x = left + 3; x < right - 6; x += 7) {
        pen.draw(new Rectangle2D.Double(x, top + 3, 4, 2.5));
      }
    }
    pen.setStroke(new BasicStroke(1.2f));
    for (int i = 0; i < corners.size(); i++) {
      var from = corners.get(i);
      var to = corners.get((i + 1) % corners.size());
      double door = random.nextDouble(0.2, 0.6);
      wall(pen, from, to, 0, door, off);
      wall(pen, from, to, door + 0.2, 1, off);
    }
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 4));
    pen.drawString("" + random.nextInt(100, 400), (float) left + 2, (float) low - 2);
  }

  /// The drawing and the zones that somebody drew on it never fit exactly.
  private static void wall(
      Graphics2D pen, Point from, Point to, double start, double end, double off) {
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    pen.draw(
        new Line2D.Double(
            from.x() + start * x + off,
            from.y() + start * y + off,
            from.x() + end * x + off,
            from.y() + end * y + off));
  }
}
