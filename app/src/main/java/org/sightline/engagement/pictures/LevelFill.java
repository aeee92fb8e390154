package org.sightline.engagement.pictures;

/// Fills a rectangle with the look of a level: RED diagonal hatching, YELLOW dots, GREEN plain,
/// blank paper; and writes on it.
///
/// Patterns are drawn as lines, not as SVG `<pattern>`: no ids to clash when several pictures share
/// a page, and the same in a browser and in PDF.
final class LevelFill {

  private LevelFill() {}

  static void draw(Svg svg, Level level, Box box, double scale) {
    svg.box(box, level.fill, "none", 0);
    switch (level) {
      case RED -> svg.path(hatching(box, 7 * scale), "none", Svg.PAPER, 1.7 * scale);
      case YELLOW -> svg.path(dots(box, 6 * scale, 1.25 * scale), Svg.INK, "none", 0);
      case GREEN, BLANK -> {}
    }
    svg.box(box, "none", level == Level.BLANK ? Svg.LINE : Svg.INK, scale);
  }

  /// Writes in the middle of a filled box, on a plain patch so that the pattern stays out of the
  /// letters.
  static void write(Svg svg, Level level, String text, Box box, double size) {
    double wide = TextFit.width(text, size) + size * 0.35;
    if (level == Level.RED || level == Level.YELLOW) {
      double high = Math.min(box.height() - 2, size * 1.05);
      svg.box(Box.around(box.middleX(), box.middleY(), wide, high), level.fill, "none", 0);
    }
    svg.text(text, box.middleX(), box.middleY() + size * 0.36, size, level.ink, "middle", true);
  }

  private static String hatching(Box box, double gap) {
    var path = new StringBuilder();
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    for (double sum = box.x() + box.y() + gap / 2; sum < right + bottom; sum += gap) {
      double fromX = Math.max(box.x(), sum - bottom);
      double toX = Math.min(right, sum - box.y());
      path.append(
          "M%s %sL%s %s"
              .formatted(
                  Svg.number(fromX),
                  Svg.number(sum - fromX),
                  Svg.number(toX),
                  Svg.number(sum - toX)));
    }
    return path.toString();
  }

  private static String dots(Box box, double gap, double radius) {
    var path = new StringBuilder();
    boolean shifted = false;
    for (double y = box.y() + gap / 2; y + radius < box.y() + box.height(); y += gap / 1.4) {
      double x = box.x() + (shifted ? gap : gap / 2);
      for (; x + radius < box.x() + box.width(); x += gap) {
        path.append(dot(x, y, radius));
      }
      shifted = !shifted;
    }
    return path.isEmpty() ? dot(box.middleX(), box.middleY(), 0.1) : path.toString();
  }

  private static String dot(double x, double y, double radius) {
    return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z"
        .formatted(
            Svg.number(x - radius),
            Svg.number(y),
            Svg.number(radius),
            Svg.number(radius),
            Svg.number(2 * radius),
            Svg.number(radius),
            Svg.number(radius),
            Svg.number(-2 * radius));
  }
}
