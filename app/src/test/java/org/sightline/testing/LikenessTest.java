package org.sightline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the pictures of the README may differ in, and what not.
class LikenessTest {

  private static final Path PICTURES = Path.of("../docs/screenshots");

  @Test
  void theSmoothingOfLettersAndAnotherDateAreStillTheSamePage() {
    var before = page("Monday 9 March 2026", true, 40);
    var after = page("Wednesday 23 September 2026", false, 40);

    assertThat(Likeness.of(before, after)).matches(Likeness::isClose);
  }

  @Test
  void aBlockThatHasMovedIsAnotherPage() {
    assertThat(Likeness.of(page("Monday", true, 40), page("Monday", true, 700)))
        .matches(likeness -> !likeness.isClose());
  }

  @Test
  void aBlockThatIsMissingIsAnotherPage() {
    assertThat(Likeness.of(page("Monday", true, 40), page("Monday", true, 5_000)))
        .matches(likeness -> !likeness.isClose());
  }

  @Test
  void thePicturesOfTheReadmeAreThreePages() {
    var names = List.of("marking.png", "run-sheet.png", "score-map.png");
    for (var one : names) {
      for (var other : names) {
        assertThat(Likeness.of(PICTURES.resolve(one), PICTURES.resolve(other)).isClose())
            .as("%s and %s", one, other)
            .isEqualTo(one.equals(other));
      }
    }
  }

  /// A heading with a day, lines of text, and a coloured block that begins at `left`.
  private static BufferedImage page(String day, boolean smooth, int left) {
    var page = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
    var pen = page.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING,
        smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1280, 800);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19));
    pen.drawString("Autumn round, " + day, 40, 60);
    for (int line = 0; line < 12; line++) {
      pen.drawString("A place that most students mark in the same way.", 40, 110 + 28 * line);
    }
    pen.setColor(new Color(0x1d70b8));
    pen.fillRect(left, 500, 400, 220);
    pen.dispose();
    return page;
  }
}
