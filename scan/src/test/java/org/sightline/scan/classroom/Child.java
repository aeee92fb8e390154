package org.sightline.scan.classroom;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sightline.scan.Level;
import org.sightline.scan.Point;
import org.sightline.scan.classroom.Truth.Meant;

/// Colours a sheet with three pencils of one kind, neatly or not.
public final class Child {

  /// With what.
  public enum Kind {
    PENCIL,
    CRAYON,
    FELT_PEN,
    HIGHLIGHTER
  }

  private static final double[] GRAPHITE = {1.3, 1.3, 1.28};
  private static final double[] BIRO = {1.9, 1.5, 0.45};

  private final SplittableRandom random;
  private final Kind kind;
  private final Map<Level, double[]> pencils = new EnumMap<>(Level.class);
  private final Map<Level, Level> key = new EnumMap<>(Level.class);
  private final Noise noise;
  private final double neat;
  private final boolean hatches;
  private final double hard;
  private final boolean saysAmber;
  private boolean fillsKey = true;
  private boolean difficult;
  private boolean ticksTwice;

  public Child(long seed) {
    this.random = new SplittableRandom(seed);
    this.saysAmber = seed % 2 == 0;
    this.kind = Kind.values()[random.nextInt(4)];
    this.noise = new Noise(random);
    this.neat = random.nextDouble();
    this.hatches = random.nextDouble() < 0.15;
    this.hard = random.nextDouble(0.45, 1.05);
    pencils.put(Level.RED, pencil(random.nextDouble(343, 371)));
    pencils.put(Level.YELLOW, pencil(random.nextDouble(46, 60)));
    pencils.put(
        Level.GREEN,
        pencil(
            random.nextDouble() < 0.25 ? random.nextDouble(76, 100) : random.nextDouble(100, 158)));
  }

  /// What a full layer swallows of red, green and blue.
  private double[] pencil(double hue) {
    double saturation =
        switch (kind) {
          case PENCIL -> random.nextDouble(0.5, 0.8);
          case CRAYON -> random.nextDouble(0.6, 0.9);
          case FELT_PEN -> random.nextDouble(0.7, 0.95);
          case HIGHLIGHTER -> random.nextDouble(0.45, 0.75);
        };
    double value =
        kind == Kind.HIGHLIGHTER ? random.nextDouble(0.95, 1) : random.nextDouble(0.7, 0.97);
    if (hue > 40 && hue < 66) {
      value = random.nextDouble(0.93, 1);
    }
    int rgb = Color.HSBtoRGB((float) (hue / 360), (float) saturation, (float) value);
    return new double[] {
      -Math.log(Math.max(0.03, (rgb >> 16 & 255) / 255.0)),
      -Math.log(Math.max(0.03, (rgb >> 8 & 255) / 255.0)),
      -Math.log(Math.max(0.03, (rgb & 255) / 255.0))
    };
  }

  /// Leaves the key boxes empty.
  public Child withoutKey() {
    fillsKey = false;
    return this;
  }

  /// Fills the key boxes with these pencils, each box by its level.
  public Child fillingKey(Level red, Level yellow, Level green) {
    key.putAll(Map.of(Level.RED, red, Level.YELLOW, yellow, Level.GREEN, green));
    return this;
  }

  /// Ticks the first two years.
  public Child tickingTwice() {
    ticksTwice = true;
    return this;
  }

  /// Writes letters and uses two colours, again and again.
  public Truth difficult(PaperSheet sheet) {
    difficult = true;
    return colour(sheet);
  }

  /// Colours the whole sheet.
  public Truth colour(PaperSheet sheet) {
    fillsKey &= random.nextDouble() < 0.85;
    for (var box : sheet.layout.key()) {
      if (!key.isEmpty() || fillsKey && random.nextDouble() < 0.97) {
        fill(
            sheet,
            rectangle(box.x() + 0.6, box.y() + 0.6, box.width() - 1.2, box.height() - 1.2),
            key.getOrDefault(box.level(), box.level()),
            0.3);
      }
    }
    var ticked = new HashSet<String>();
    if (ticksTwice) {
      for (var tick : sheet.layout.ticks().subList(0, 2)) {
        tick(sheet, tick.x(), tick.y(), tick.size());
        ticked.add(tick.id());
      }
    } else if (!sheet.layout.ticks().isEmpty() && random.nextDouble() < 0.9) {
      var tick = sheet.layout.ticks().get(random.nextInt(sheet.layout.ticks().size()));
      tick(sheet, tick.x(), tick.y(), tick.size());
      ticked.add(tick.id());
    }
    var levels = new HashMap<String, Meant>();
    for (var zone : sheet.layout.zones()) {
      levels.put(
          zone.id(),
          sheet.layout.isList() ? mark(sheet, zone.id()) : zone(sheet, shape(zone.polygon())));
    }
    return new Truth(levels, ticked);
  }

  private Meant mark(PaperSheet sheet, String zone) {
    if (random.nextDouble() < 0.25) {
      return new Meant(Level.BLANK, false, "blank");
    }
    var level = Level.COLOURS.get(random.nextInt(3));
    for (var box : sheet.layout.boxes()) {
      if (box.zone().equals(zone) && box.level() == level) {
        if (random.nextDouble() < 0.3) {
          tick(sheet, box.x() + box.width() / 2 - box.height() / 2, box.y(), box.height());
          return new Meant(level, false, "ticked");
        }
        fill(
            sheet,
            rectangle(box.x() + 0.3, box.y() + 0.3, box.width() - 0.6, box.height() - 0.6),
            level,
            0.4);
      }
    }
    return new Meant(level, false, "box filled");
  }

  private Meant zone(PaperSheet sheet, Area zone) {
    double how = difficult ? random.nextDouble(0.295, 0.315) : random.nextDouble();
    if (how < 0.3) {
      return new Meant(Level.BLANK, false, "blank");
    }
    var level = Level.COLOURS.get(random.nextInt(3));
    if (how < 0.305) {
      letter(sheet, zone, letterOf(level), level);
      return new Meant(level, true, "letter");
    }
    if (how < 0.31) {
      var half = half(zone, 0.5);
      fill(sheet, half, level, 0.5);
      var rest = new Area(zone);
      rest.subtract(half);
      fill(sheet, rest, Level.COLOURS.get((level.ordinal() + 1) % 3), 0.5);
      return new Meant(level, true, "two colours");
    }
    if (how < 0.40) {
      double part = random.nextDouble(0.5, 0.95);
      fill(sheet, half(zone, part), level, random.nextDouble(0.3, 1.2));
      return new Meant(level, false, "partial %.2f".formatted(part));
    }
    double spill = neat < 0.3 ? random.nextDouble(-0.5, 2.2) : random.nextDouble(-1.5, 0.6);
    fill(sheet, grown(zone, spill), level, 0.6);
    return new Meant(
        level, false, "%s %s spill %.1f".formatted(kind, hatches ? "hatched" : "filled", spill));
  }

  /// Half of all children say amber.
  private String letterOf(Level level) {
    return level == Level.YELLOW && saysAmber ? "A" : level.name().substring(0, 1);
  }

  private Area half(Area zone, double part) {
    Rectangle2D box = zone.getBounds2D();
    var half = new Area(zone);
    if (box.getWidth() > box.getHeight()) {
      half.intersect(
          rectangle(box.getX(), box.getY() - 5, box.getWidth() * part, box.getHeight() + 10));
    } else {
      half.intersect(
          rectangle(box.getX() - 5, box.getY(), box.getWidth() + 10, box.getHeight() * part));
    }
    return half;
  }

  /// Over the line, where positive; short of it, where negative.
  private static Area grown(Area zone, double by) {
    var rim =
        new Area(
            new BasicStroke((float) Math.abs(2 * by), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(zone));
    var grown = new Area(zone);
    if (by > 0) {
      grown.add(rim);
    } else {
      grown.subtract(rim);
    }
    Rectangle2D box = zone.getBounds2D();
    return Math.min(box.getWidth(), box.getHeight()) < 5 * Math.abs(by) ? new Area(zone) : grown;
  }

  private void fill(PaperSheet sheet, Area area, Level level, double ragged) {
    var mask = new Mask(sheet, area.getBounds2D());
    mask.draw(graphics -> graphics.fill(area));
    double press = Math.clamp(hard * random.nextDouble(0.75, 1.25), 0.3, 1.2);
    double direction = random.nextDouble(Math.PI);
    double gap = random.nextDouble(1.2, 2.8);
    double line = random.nextDouble(0.5, 0.9);
    double offX = random.nextDouble(64);
    for (int i = 0; i < mask.size(); i++) {
      double inside = mask.at(i);
      if (inside > 0) {
        double x = mask.x(i);
        double y = mask.y(i);
        double along = x * Math.cos(direction) + y * Math.sin(direction);
        double across = -x * Math.sin(direction) + y * Math.cos(direction);
        double rag = noise.at(x / 1.5 + offX, y / 1.5);
        double density =
            inside * press * texture(x, y, along, across + 0.4 * ragged * rag, offX, gap, line);
        sheet.swallow(mask.pixel(i), pencils.get(level), density);
      }
    }
  }

  private double texture(
      double x, double y, double along, double across, double offX, double gap, double line) {
    if (hatches) {
      double at = across / gap - Math.floor(across / gap);
      return at < line / gap ? 0.9 + 0.2 * noise.at(along / 3, offX) : 0;
    }
    return switch (kind) {
      case PENCIL ->
          Math.max(
              0.05,
              0.55
                  + 0.35 * noise.at(across / 0.5, along / 9 + offX)
                  + 0.3 * noise.at(x / 0.25, y / 0.25));
      case CRAYON -> {
        double grain =
            noise.at(x / 0.35 + offX, y / 0.35) + 0.5 * noise.at(across / 1.2, along / 12);
        yield grain < -0.45 ? 0.05 : 0.75 + 0.25 * grain;
      }
      case FELT_PEN -> {
        double band = across / 1.8 - Math.floor(across / 1.8);
        yield 0.85 + (band < 0.2 ? 0.3 : 0) + 0.05 * noise.at(along / 2, offX);
      }
      case HIGHLIGHTER ->
          0.8
              + 0.1 * noise.at(across / 3, offX)
              + (across / 4.5 - Math.floor(across / 4.5) < 0.15 ? 0.3 : 0);
    };
  }

  private void letter(PaperSheet sheet, Area zone, String letter, Level level) {
    Rectangle2D box = zone.getBounds2D();
    double size = Math.min(14, Math.min(box.getWidth(), box.getHeight()) * 0.7);
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
    var outline =
        font.createGlyphVector(new java.awt.font.FontRenderContext(null, true, true), letter)
            .getOutline();
    Rectangle2D of = outline.getBounds2D();
    var move = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
    move.scale(size / 100, size / 100);
    move.translate(-of.getCenterX(), -of.getCenterY());
    var mask = new Mask(sheet, box);
    mask.draw(graphics -> graphics.fill(move.createTransformedShape(outline)));
    double[] pencil =
        switch (random.nextInt(3)) {
          case 0 -> GRAPHITE;
          case 1 -> BIRO;
          default -> pencils.get(level);
        };
    lay(sheet, mask, pencil, 0.9);
  }

  private void tick(PaperSheet sheet, double x, double y, double size) {
    var path = new Path2D.Double();
    if (random.nextBoolean()) {
      path.moveTo(x + 0.15 * size, y + 0.55 * size);
      path.lineTo(x + 0.4 * size, y + 0.85 * size);
      path.lineTo(x + 1.05 * size, y + 0.05 * size);
    } else {
      path.moveTo(x + 0.15 * size, y + 0.15 * size);
      path.lineTo(x + 0.85 * size, y + 0.85 * size);
      path.moveTo(x + 0.85 * size, y + 0.15 * size);
      path.lineTo(x + 0.15 * size, y + 0.85 * size);
    }
    var mask = new Mask(sheet, new Rectangle2D.Double(x - 1, y - 1, size + 2, size + 2));
    mask.draw(
        graphics -> {
          graphics.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          graphics.draw(path);
        });
    lay(sheet, mask, random.nextBoolean() ? GRAPHITE : BIRO, 0.9);
  }

  private static void lay(PaperSheet sheet, Mask mask, double[] pencil, double density) {
    for (int i = 0; i < mask.size(); i++) {
      if (mask.at(i) > 0) {
        sheet.swallow(mask.pixel(i), pencil, mask.at(i) * density);
      }
    }
  }

  private static Area rectangle(double x, double y, double width, double height) {
    return new Area(new Rectangle2D.Double(x, y, width, height));
  }

  private static Area shape(List<Point> corners) {
    var path = new Path2D.Double();
    path.moveTo(corners.getFirst().x(), corners.getFirst().y());
    for (var corner : corners.subList(1, corners.size())) {
      path.lineTo(corner.x(), corner.y());
    }
    path.closePath();
    return new Area(path);
  }

  /// How much of each spot of a part of the sheet lies in a shape.
  private static final class Mask {

    private final PaperSheet sheet;
    private final int left;
    private final int top;
    private final int width;
    private final BufferedImage image;
    private final byte[] values;

    Mask(PaperSheet sheet, Rectangle2D box) {
      double per = sheet.perMillimetre;
      this.sheet = sheet;
      this.left = Math.max(0, (int) (box.getMinX() * per) - 2);
      this.top = Math.max(0, (int) (box.getMinY() * per) - 2);
      this.width = Math.max(1, Math.min(sheet.width, (int) (box.getMaxX() * per) + 3) - left);
      int height = Math.max(1, Math.min(sheet.height, (int) (box.getMaxY() * per) + 3) - top);
      this.image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      this.values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    void draw(java.util.function.Consumer<Graphics2D> drawing) {
      var graphics = image.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.translate(-left, -top);
      graphics.scale(sheet.perMillimetre, sheet.perMillimetre);
      drawing.accept(graphics);
      graphics.dispose();
    }

    int size() {
      return values.length;
    }

    double at(int i) {
      return (values[i] & 255) / 255.0;
    }

    double x(int i) {
      return (left + i % width) / sheet.perMillimetre;
    }

    double y(int i) {
      return (top + i / width) / sheet.perMillimetre;
    }

    int pixel(int i) {
      return (top + i / width) * sheet.width + left + i % width;
    }
  }
}
