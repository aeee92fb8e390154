package org.sightline.engagement.pictures;

import java.util.List;

/// The plan in light grey and the outlines of zones on it, in units of which the longer side has
/// 1,000.
record PlanGround(PlanPicture picture, Box box) {

  /// A plan whose top is at `top`: 1,000 wide, or as wide as leaves it 1,250 high.
  static PlanGround at(double top, PlanPicture picture) {
    double width = Math.min(1000, 1250 * picture.aspect());
    double left = (1000 - width) / 2;
    return new PlanGround(picture, new Box(left, top, width, width / picture.aspect()));
  }

  double bottom() {
    return box.y() + box.height();
  }

  void draw(Svg svg) {
    if (picture.href() != null) {
      svg.image(box, picture.href());
    }
    svg.box(box, "none", Svg.LINE, 1);
  }

  void outline(Svg svg, ZoneShape zone, String stroke, double width) {
    List<double[]> points = zone.corners().stream().map(c -> new double[] {x(c), y(c)}).toList();
    svg.outline(points, stroke, width);
  }

  double x(Corner corner) {
    return box.x() + corner.x() * box.width();
  }

  double y(Corner corner) {
    return box.y() + corner.y() * box.height();
  }

  /// How large writing can be when a plan holds this many zones: 1 up to twenty, then smaller.
  static double scaleFor(int zones) {
    return zones <= 20 ? 1 : Math.max(0.56, Math.sqrt(20.0 / zones));
  }

  /// Where a chip belongs: around the label of its zone.
  Box around(Chip chip) {
    var label = chip.zone().label();
    return Box.around(x(label), y(label), chip.width(), chip.height());
  }

  /// The box around a zone.
  Box around(ZoneShape zone) {
    double left = zone.corners().stream().mapToDouble(this::x).min().orElseThrow();
    double right = zone.corners().stream().mapToDouble(this::x).max().orElseThrow();
    double top = zone.corners().stream().mapToDouble(this::y).min().orElseThrow();
    double bottom = zone.corners().stream().mapToDouble(this::y).max().orElseThrow();
    return new Box(left, top, right - left, bottom - top);
  }

  /// Where chips may stand: on the plan, and beside one that is narrow.
  Box room() {
    return new Box(0, box.y(), 1000, box.height());
  }

  /// Places for chips, in their order.
  List<Box> places(List<Chip> chips) {
    var layout = new ChipLayout(room(), chips.stream().map(chip -> around(chip.zone())).toList());
    return chips.stream().map(chip -> layout.place(around(chip), around(chip.zone()))).toList();
  }

  /// A line from where a label belongs to where it found room.
  void leader(Svg svg, ZoneShape zone, Box chip) {
    double x = x(zone.label());
    double y = y(zone.label());
    boolean away =
        Math.abs(chip.middleX() - x) > chip.width() / 2
            || Math.abs(chip.middleY() - y) > chip.height() / 2;
    if (away) {
      var line =
          "M%s %sL%s %s"
              .formatted(
                  Svg.number(x),
                  Svg.number(y),
                  Svg.number(chip.middleX()),
                  Svg.number(chip.middleY()));
      svg.path(line, "none", Svg.INK, 1.2);
      svg.disc(x, y, 4, Svg.INK);
    }
  }
}
