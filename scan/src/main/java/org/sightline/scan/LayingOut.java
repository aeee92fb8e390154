package org.sightline.scan;

import java.util.ArrayList;
import java.util.List;
import org.sightline.scan.SheetLayout.KeyBox;
import org.sightline.scan.SheetLayout.LevelBox;
import org.sightline.scan.SheetLayout.Marker;
import org.sightline.scan.SheetLayout.Qr;
import org.sightline.scan.SheetLayout.Tick;
import org.sightline.scan.SheetLayout.Zone;

/// Puts a plan on paper: markers around, the code and the key at the top, the plan as large as it
/// goes in between. Below the lowest markers is the slip that is torn off.
public final class LayingOut {

  /// From the edge of the paper to the markers: further in than any printer leaves white.
  private static final double EDGE = 8;

  private static final double MARKER = 10;
  private static final double GAP = 3;
  private static final double SLIP = 36;
  private static final double QR = 20;
  private static final double TICK_ROW = 9;
  private static final double LOWEST_ROW = 6.5;
  private static final int MOST_COLUMNS = 3;

  private final Paper paper;
  private final double scale;
  private final double width;
  private final double bottom;
  private final double marker;

  private LayingOut(Paper paper) {
    this.paper = paper;
    this.scale = paper.scale();
    this.width = paper.size().width();
    this.bottom = tearLine(paper);
    this.marker = MARKER * scale;
  }

  /// Lays a plan out.
  ///
  /// @param version see [SheetCode#randomVersion]
  public static SheetLayout layOut(SheetPlan plan, Paper paper, String version) {
    return new LayingOut(paper).of(plan, version);
  }

  /// Where the slip begins, in millimetres from the top.
  public static double tearLine(Paper paper) {
    return paper.size().height() - SLIP;
  }

  /// What is free on a page between its markers and below its heading.
  static Frame frame(SheetLayout layout) {
    var marker = layout.markers().getFirst();
    double left = marker.x() + marker.size() + 1;
    double heading = layout.qr().y() + layout.qr().size();
    double ticks =
        layout.ticks().stream().mapToDouble(tick -> tick.y() + tick.size()).max().orElse(0);
    double top = Math.max(heading, ticks) + 1.5;
    return new Frame(
        left, top, layout.markers().get(2).x() - 1 - left, layout.markers().get(6).y() - 1 - top);
  }

  private SheetLayout of(SheetPlan plan, String version) {
    double top = EDGE + (QR + GAP) * scale + (plan.ticks().isEmpty() ? 0 : TICK_ROW * scale);
    double left = EDGE + marker + GAP;
    var frame = new Frame(left, top, width - 2 * left, bottom - EDGE - marker - GAP - top);
    return new SheetLayout(
        version,
        paper.size(),
        markers(),
        new Qr(width - EDGE - marker - (4 + QR) * scale, EDGE, QR * scale),
        key(),
        ticks(plan.ticks()),
        plan.isList() ? withoutShapes(plan.zones()) : scaled(plan.zones(), frame),
        plan.isList() ? rows(plan.zones(), frame) : List.of());
  }

  private List<Marker> markers() {
    double right = width - EDGE - marker;
    double low = bottom - EDGE - marker;
    double middle = (width - marker) / 2;
    double half = (bottom - marker) / 2;
    return List.of(
        new Marker(0, EDGE, EDGE, marker),
        new Marker(1, middle, EDGE, marker),
        new Marker(2, right, EDGE, marker),
        new Marker(3, right, half, marker),
        new Marker(4, right, low, marker),
        new Marker(5, middle, low, marker),
        new Marker(6, EDGE, low, marker),
        new Marker(7, EDGE, half, marker));
  }

  /// Between the marker in the middle of the top and the code.
  private List<KeyBox> key() {
    double from = (width + marker) / 2 + 4 * scale;
    double to = width - EDGE - marker - (4 + QR) * scale - 4 * scale;
    double step = Math.min((to - from) / 3, 22 * scale);
    var boxes = new ArrayList<KeyBox>();
    for (int i = 0; i < 3; i++) {
      boxes.add(
          new KeyBox(
              Level.COLOURS.get(i),
              round(from + i * step),
              EDGE + 5 * scale,
              round(step - 2.5 * scale),
              9 * scale));
    }
    return boxes;
  }

  private List<Tick> ticks(List<Tick> asked) {
    double left = EDGE + marker + GAP + 26 * scale;
    double step = (width - left - EDGE - marker) / Math.max(1, asked.size());
    var ticks = new ArrayList<Tick>();
    for (int i = 0; i < asked.size(); i++) {
      ticks.add(
          new Tick(
              asked.get(i).id(),
              round(left + i * Math.min(step, 26 * scale)),
              EDGE + (QR + 2) * scale,
              5 * scale));
    }
    return ticks;
  }

  private static List<Zone> withoutShapes(List<Zone> zones) {
    return zones.stream().map(zone -> new Zone(zone.id(), zone.label(), List.of())).toList();
  }

  private static List<Zone> scaled(List<Zone> zones, Frame frame) {
    var corners = zones.stream().flatMap(zone -> zone.polygon().stream()).toList();
    double minX = corners.stream().mapToDouble(Point::x).min().orElseThrow();
    double maxX = corners.stream().mapToDouble(Point::x).max().orElseThrow();
    double minY = corners.stream().mapToDouble(Point::y).min().orElseThrow();
    double maxY = corners.stream().mapToDouble(Point::y).max().orElseThrow();
    if (maxX - minX < 1e-6 || maxY - minY < 1e-6) {
      throw new IllegalArgumentException("The zones of the plan have no area.");
    }
    double by = Math.min(frame.width / (maxX - minX), frame.height / (maxY - minY));
    double left = frame.x + (frame.width - by * (maxX - minX)) / 2;
    double top = frame.y + (frame.height - by * (maxY - minY)) / 2;
    return zones.stream()
        .map(
            zone ->
                new Zone(
                    zone.id(),
                    zone.label(),
                    zone.polygon().stream()
                        .map(
                            corner ->
                                new Point(
                                    round(left + by * (corner.x() - minX)),
                                    round(top + by * (corner.y() - minY))))
                        .toList()))
        .toList();
  }

  /// A list in as few columns as have room, each row a label and three boxes.
  private List<LevelBox> rows(List<Zone> zones, Frame frame) {
    double headings = 6 * scale;
    int columns = 1;
    while (columns < MOST_COLUMNS
        && (frame.height - headings) / perColumn(zones, columns) < 8 * scale
        && frame.width / (columns + 1) > 60) {
      columns++;
    }
    int most = perColumn(zones, columns);
    double row = Math.min((frame.height - headings) / most, 13 * scale);
    if (row < LOWEST_ROW) {
      throw new IllegalArgumentException(
          "%d zones do not fit on this paper. Print on A3, or make two lists."
              .formatted(zones.size()));
    }
    double column = frame.width / columns;
    double box = Math.min(13 * scale, column * 0.17);
    var boxes = new ArrayList<LevelBox>();
    for (int i = 0; i < zones.size(); i++) {
      double right = frame.x + (i / most + 1) * column - 4;
      double top = frame.y + headings + (i % most) * row + 0.12 * row;
      for (int level = 0; level < 3; level++) {
        boxes.add(
            new LevelBox(
                zones.get(i).id(),
                Level.COLOURS.get(level),
                round(right - (3 - level) * (box + 2) + 2),
                round(top),
                round(box),
                round(row * 0.76)));
      }
    }
    return boxes;
  }

  private static int perColumn(List<Zone> zones, int columns) {
    return (zones.size() + columns - 1) / columns;
  }

  private static double round(double millimetres) {
    return Math.round(millimetres * 100) / 100.0;
  }

  record Frame(double x, double y, double width, double height) {}
}
