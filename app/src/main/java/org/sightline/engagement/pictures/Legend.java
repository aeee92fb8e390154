package org.sightline.engagement.pictures;

import java.util.ArrayList;
import java.util.List;

/// The key under a picture: entries side by side, as many to a row as fit.
final class Legend {

  private static final double SIZE = 19;
  private static final double ROW = 36;
  private static final double SWATCH = 40;

  private final List<Entry> entries = new ArrayList<>();

  /// Draws what stands before the words, into a box.
  private interface Sign {
    void draw(Svg svg, Box box);
  }

  private record Entry(Sign sign, String words) {
    double width() {
      return SWATCH + 8 + TextFit.width(words, SIZE) + 26;
    }
  }

  Legend level(Level level, String words) {
    entries.add(
        new Entry(
            (svg, box) -> {
              LevelFill.draw(svg, level, box, 1);
              if (level != Level.BLANK) {
                LevelFill.write(svg, level, level.letter, box, 17);
              }
            },
            words));
    return this;
  }

  Legend number(String words) {
    entries.add(
        new Entry(
            (svg, box) -> {
              svg.disc(box.middleX(), box.middleY(), 13, Svg.INK);
              svg.text("1", box.middleX(), box.middleY() + 6, 17, Svg.PAPER, "middle", true);
            },
            words));
    return this;
  }

  Legend twice(String words) {
    entries.add(
        new Entry(
            (svg, box) -> {
              svg.box(box, Svg.PAPER, Svg.INK, 2);
              svg.box(
                  new Box(box.x() + 5, box.y() + 5, box.width() - 10, box.height() - 10),
                  "none",
                  Svg.INK,
                  2);
            },
            words));
    return this;
  }

  /// A sign made of letters.
  Legend sign(String text, String words) {
    entries.add(
        new Entry(
            (svg, box) ->
                svg.text(text, box.middleX(), box.middleY() + 6, 19, Svg.INK, "middle", true),
            words));
    return this;
  }

  /// Draws below `top` and returns where it ends.
  double draw(Svg svg, double top) {
    double x = 0;
    double y = top + 12;
    for (var entry : entries) {
      if (x > 0 && x + entry.width() > 1000) {
        x = 0;
        y += ROW;
      }
      entry.sign().draw(svg, new Box(x + 2, y, SWATCH, 26));
      svg.text(entry.words(), x + SWATCH + 10, y + 20, SIZE, Svg.INK, "start", false);
      x += entry.width();
    }
    return y + ROW;
  }
}
