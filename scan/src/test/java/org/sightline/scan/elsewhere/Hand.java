package org.sightline.scan.elsewhere;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sightline.scan.Level;
import org.sightline.scan.Point;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Truth;
import org.sightline.scan.classroom.Truth.Meant;

/// A hand that draws stroke by stroke: each line of a scribble begins and ends where it will, over
/// the printed line or short of it, and strokes that cross lie on one another.
public final class Hand {

  /// Spacing and width of strokes in millimetres, how hard at least and at most, how grainy.
  public enum Tool {
    PENCIL(0.75, 0.8, 0.3, 0.85, 0.55),
    CRAYON(1.4, 2.0, 0.5, 1.0, 0.7),
    FELT_PEN(1.3, 1.9, 0.8, 1.1, 0.08),
    HIGHLIGHTER(3.4, 4.2, 0.5, 0.9, 0.05),
    HATCHING(2.3, 0.75, 0.5, 1.0, 0.4);

    private final double spacing;
    private final double width;
    private final double least;
    private final double most;
    private final double grain;

    Tool(double spacing, double width, double least, double most, double grain) {
      this.spacing = spacing;
      this.width = width;
      this.least = least;
      this.most = most;
      this.grain = grain;
    }
  }

  /// Of boxes of pencils, crayons and pens as they are sold; the last of each are awkward: a pale
  /// red, a golden yellow, a green that is nearly yellow.
  private static final int[][] REDS = {
    {0xc8, 0x28, 0x32}, {0xd6, 0x3c, 0x3c}, {0xbe, 0x1e, 0x3c}, {0xed, 0x0a, 0x3f},
    {0xe4, 0x1b, 0x2b}, {0xff, 0x5f, 0x6e}, {0xe8, 0x6e, 0x69}, {0xee, 0x8c, 0x88}
  };

  private static final int[][] YELLOWS = {
    {0xfa, 0xd7, 0x32}, {0xff, 0xe1, 0x50}, {0xff, 0xe9, 0x28}, {0xf7, 0xdc, 0x4a},
    {0xfc, 0xe8, 0x83}, {0xff, 0xf2, 0x3c}, {0xf5, 0xcd, 0x3c}, {0xff, 0xc8, 0x28}
  };

  private static final int[][] GREENS = {
    {0x28, 0x96, 0x50}, {0x3c, 0xaa, 0x3c}, {0x1c, 0xac, 0x78}, {0x00, 0x82, 0x46},
    {0x6e, 0xb4, 0x3c}, {0x50, 0xc8, 0x50}, {0x8c, 0xc8, 0x46}, {0xa5, 0xd2, 0x46}
  };

  private static final double[] LEAD = {1.2, 1.2, 1.15};

  private final SplittableRandom random;
  private final Tool tool;
  private final Map<Level, double[]> inks = new EnumMap<>(Level.class);
  private final boolean fillsKey;
  private final double slips;
  private final boolean isHurried;
  private final double difficult;
  private final boolean saysAmber;

  public Hand(long seed) {
    this(seed, Tool.values()[new SplittableRandom(seed).nextInt(Tool.values().length)], 0.01);
  }

  /// @param difficult which part of the places are letters, two colours or mended: for a person
  public Hand(long seed, Tool tool, double difficult) {
    this.random = new SplittableRandom(seed * 7919 + 17);
    this.tool = tool;
    this.saysAmber = seed % 2 == 0;
    this.difficult = difficult;
    inks.put(Level.RED, ink(REDS));
    inks.put(Level.YELLOW, ink(YELLOWS));
    inks.put(Level.GREEN, ink(GREENS));
    this.fillsKey = random.nextDouble() < 0.85;
    this.slips = random.nextDouble() < 0.25 ? random.nextDouble(0.8, 2) : random.nextDouble(0.7);
    this.isHurried = random.nextDouble() < 0.3;
  }

  private double[] ink(int[][] box) {
    int[] rgb = box[random.nextInt(box.length)];
    var ink = new double[3];
    for (int k = 0; k < 3; k++) {
      ink[k] = -Math.log(Math.clamp((rgb[k] + random.nextInt(-10, 11)) / 255.0, 0.03, 0.995));
    }
    return ink;
  }

  public Truth colour(PaperSheet sheet) {
    for (var box : sheet.layout.key()) {
      if (fillsKey && random.nextDouble() < 0.96) {
        scribble(
            sheet,
            new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()),
            box.level(),
            -0.5);
      }
    }
    var ticked = new HashSet<String>();
    if (!sheet.layout.ticks().isEmpty() && random.nextDouble() < 0.85) {
      var tick = sheet.layout.ticks().get(random.nextInt(sheet.layout.ticks().size()));
      tick(sheet, tick.x(), tick.y(), tick.size(), tick.size());
      ticked.add(tick.id());
    }
    var levels = new HashMap<String, Meant>();
    for (var zone : sheet.layout.zones()) {
      levels.put(
          zone.id(), sheet.layout.isList() ? box(sheet, zone.id()) : place(sheet, zone.polygon()));
    }
    return new Truth(levels, ticked);
  }

  private Meant box(PaperSheet sheet, String zone) {
    if (random.nextDouble() < 0.3) {
      return new Meant(Level.BLANK, false, "blank");
    }
    var level = Level.COLOURS.get(random.nextInt(3));
    boolean ticks = random.nextDouble() < 0.35;
    for (var box : sheet.layout.boxes()) {
      if (box.zone().equals(zone) && box.level() == level) {
        if (ticks) {
          tick(sheet, box.x(), box.y(), box.width(), box.height());
        } else {
          scribble(
              sheet,
              new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()),
              level,
              -0.3);
        }
      }
    }
    return new Meant(level, false, ticks ? "ticked" : tool + " in a box");
  }

  private Meant place(PaperSheet sheet, List<Point> corners) {
    double how = random.nextDouble();
    var level = Level.COLOURS.get(random.nextInt(3));
    var shape = shape(corners);
    if (how < difficult / 2) {
      letter(sheet, shape, level);
      return new Meant(level, true, "letter");
    }
    if (how < difficult) {
      var box = shape.getBounds2D();
      boolean lies = box.getWidth() > box.getHeight();
      double w = lies ? box.getWidth() / 2 : box.getWidth();
      double h = lies ? box.getHeight() : box.getHeight() / 2;
      var first = new Area(shape);
      first.intersect(new Area(new Rectangle2D.Double(box.getX(), box.getY(), w, h)));
      var second = new Area(shape);
      second.subtract(first);
      scribble(sheet, first, level, 0);
      scribble(sheet, second, Level.COLOURS.get((level.ordinal() + 1) % 3), 0);
      return new Meant(level, true, "two colours");
    }
    if (how < 0.3) {
      return new Meant(Level.BLANK, false, "blank");
    }
    if (how < 0.38) {
      var box = shape.getBounds2D();
      double part = random.nextDouble(0.82, 1.05);
      var blob =
          new Area(
              new Ellipse2D.Double(
                  box.getCenterX() - box.getWidth() * part / 2,
                  box.getCenterY() - box.getHeight() * part / 2,
                  box.getWidth() * part,
                  box.getHeight() * part));
      blob.intersect(new Area(shape));
      scribble(sheet, blob, level, 0);
      return new Meant(level, false, tool + " in the middle of it");
    }
    // In a small place even a sloppy hand takes care.
    var small = shape.getBounds2D();
    double slip = Math.min(slips, 0.12 * Math.min(small.getWidth(), small.getHeight()));
    scribble(sheet, shape, level, slip);
    return new Meant(level, false, tool + " slipping by %.1f".formatted(slip));
  }

  /// Lines across a shape, one after another; hurried hands leave some out.
  private void scribble(PaperSheet sheet, Shape shape, Level level, double slip) {
    var bounds = shape.getBounds2D();
    if (bounds.isEmpty()) {
      return;
    }
    double direction =
        random.nextBoolean() ? random.nextDouble(0.4, 1.1) : random.nextDouble(Math.PI);
    double hard = random.nextDouble(tool.least, tool.most);
    lines(sheet, shape, level, slip, direction, hard);
    if (tool == Tool.CRAYON && random.nextBoolean()) {
      lines(sheet, shape, level, slip, direction + random.nextDouble(0.5, 1.5), hard * 0.6);
    }
  }

  private void lines(
      PaperSheet sheet, Shape shape, Level level, double slip, double direction, double hard) {
    var area = new Area(shape);
    var bounds = shape.getBounds2D();
    double reach = Math.hypot(bounds.getWidth(), bounds.getHeight()) / 2 + 2;
    double spacing = tool.spacing * random.nextDouble(0.85, 1.25);
    var lines = new ArrayList<Shape>();
    for (double off = -reach; off < reach; off += spacing * random.nextDouble(0.7, 1.3)) {
      if (isHurried && random.nextDouble() < 0.12) {
        continue;
      }
      double fromX = bounds.getCenterX() - off * Math.sin(direction);
      double fromY = bounds.getCenterY() + off * Math.cos(direction);
      double start = Double.NaN;
      for (double along = -reach; along <= reach + 0.5; along += 0.4) {
        double x = fromX + along * Math.cos(direction);
        double y = fromY + along * Math.sin(direction);
        boolean inside = along <= reach && area.contains(x, y);
        if (inside && Double.isNaN(start)) {
          start = along;
        } else if (!inside && !Double.isNaN(start)) {
          double a = start - slip * random.nextDouble(-0.6, 1);
          double b = along + slip * random.nextDouble(-0.6, 1);
          double lean = random.nextDouble(-0.25, 0.25) * spacing;
          lines.add(
              new Line2D.Double(
                  fromX + a * Math.cos(direction) - lean * Math.sin(direction),
                  fromY + a * Math.sin(direction) + lean * Math.cos(direction),
                  fromX + b * Math.cos(direction) + lean * Math.sin(direction),
                  fromY + b * Math.sin(direction) - lean * Math.cos(direction)));
          start = Double.NaN;
        }
      }
    }
    // Two layers, every other line: where they overlap is more of it.
    for (int layer = 0; layer < 2; layer++) {
      int which = layer;
      var some = new ArrayList<Shape>();
      for (int i = which; i < lines.size(); i += 2) {
        some.add(lines.get(i));
      }
      lay(sheet, some, tool.width, inks.get(level), hard, tool.grain);
    }
  }

  private void letter(PaperSheet sheet, Shape shape, Level level) {
    var box = shape.getBounds2D();
    double h = Math.min(random.nextDouble(7, 16), box.getHeight() * 0.8);
    double w = Math.min(h * 0.6, box.getWidth() * 0.7);
    double x = box.getCenterX() - w / 2 + random.nextDouble(-0.1, 0.1) * box.getWidth();
    double y = box.getCenterY() - h / 2;
    var path = new Path2D.Double();
    switch (level) {
      case RED -> {
        path.moveTo(x, y + h);
        path.lineTo(x, y);
        path.curveTo(x + 1.3 * w, y, x + 1.3 * w, y + h / 2, x, y + h / 2);
        path.lineTo(x + w, y + h);
      }
      case YELLOW -> {
        if (saysAmber) {
          path.moveTo(x, y + h);
          path.lineTo(x + w / 2, y);
          path.lineTo(x + w, y + h);
          path.moveTo(x + w / 5, y + h * 0.65);
          path.lineTo(x + 4 * w / 5, y + h * 0.65);
          break;
        }
        path.moveTo(x, y);
        path.lineTo(x + w / 2, y + h / 2);
        path.lineTo(x + w, y);
        path.moveTo(x + w / 2, y + h / 2);
        path.lineTo(x + w / 2, y + h);
      }
      default -> {
        path.moveTo(x + w, y + h * 0.15);
        path.curveTo(x - w / 2, y - h / 4, x - w / 2, y + 1.3 * h, x + w, y + h * 0.85);
        path.lineTo(x + w, y + h / 2);
        path.lineTo(x + w / 2, y + h / 2);
      }
    }
    lay(
        sheet,
        List.of(path),
        random.nextDouble(0.5, 0.9),
        random.nextBoolean() ? LEAD : inks.get(level),
        0.95,
        0.2);
  }

  private void tick(PaperSheet sheet, double x, double y, double width, double height) {
    var path = new Path2D.Double();
    double side = Math.min(width, height);
    double left = x + (width - side) / 2;
    if (random.nextBoolean()) {
      path.moveTo(left, y + 0.5 * height);
      path.lineTo(left + 0.4 * side, y + 0.9 * height);
      path.lineTo(left + 1.2 * side, y - 0.1 * height);
    } else {
      path.moveTo(left, y);
      path.lineTo(left + side, y + height);
      path.moveTo(left + side, y);
      path.lineTo(left, y + height);
    }
    lay(sheet, List.of(path), random.nextDouble(0.5, 0.8), LEAD, 0.9, 0.2);
  }

  private void lay(
      PaperSheet sheet,
      List<Shape> strokes,
      double width,
      double[] ink,
      double hard,
      double grain) {
    var bounds = new Rectangle2D.Double();
    for (var stroke : strokes) {
      bounds.setRect(
          bounds.isEmpty() ? stroke.getBounds2D() : bounds.createUnion(stroke.getBounds2D()));
    }
    double per = sheet.perMillimetre;
    int left = Math.max(0, (int) ((bounds.getMinX() - width) * per));
    int top = Math.max(0, (int) ((bounds.getMinY() - width) * per));
    int wide = Math.min(sheet.width, (int) ((bounds.getMaxX() + width) * per) + 1) - left;
    int high = Math.min(sheet.height, (int) ((bounds.getMaxY() + width) * per) + 1) - top;
    if (strokes.isEmpty() || wide <= 0 || high <= 0) {
      return;
    }
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-left, -top);
    graphics.scale(per, per);
    for (var stroke : strokes) {
      int press = (int) (255 * random.nextDouble(0.75, 1));
      graphics.setColor(new Color(press, press, press));
      graphics.setStroke(
          new BasicStroke(
              (float) (width * random.nextDouble(0.85, 1.1)),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      graphics.draw(stroke);
    }
    graphics.dispose();
    byte[] mask = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] != 0) {
        double tooth = 1 - grain * random.nextDouble() * 1.6;
        double density = (mask[i] & 255) / 255.0 * hard * Math.max(0, tooth);
        int at = 3 * ((top + i / wide) * sheet.width + left + i % wide);
        for (int k = 0; k < 3; k++) {
          sheet.light[at + k] *= (float) Math.exp(-ink[k] * density);
        }
      }
    }
  }

  private static Shape shape(List<Point> corners) {
    var path = new Path2D.Double();
    path.moveTo(corners.getFirst().x(), corners.getFirst().y());
    for (var corner : corners.subList(1, corners.size())) {
      path.lineTo(corner.x(), corner.y());
    }
    path.closePath();
    return path;
  }
}
