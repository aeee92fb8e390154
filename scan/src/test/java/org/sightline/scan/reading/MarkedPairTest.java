package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sightline.scan.Crops;
import org.sightline.scan.Paper;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.classroom.Layouts;

/// How far one comes without markers, on a map that somebody else printed and marked: the two
/// outlines are found and the blank map is laid under them, but only because nothing was turned or
/// tilted, and nothing says which sheet it is. So a page without markers stays refused
/// (docs/modules/scan.md, "Without markers").
class MarkedPairTest {

  /// Of one colour, next to one another, with what they enclose.
  private record Drawn(int pixels, double x, double y, int enclosed, double hue) {}

  @Test
  void aPageWithoutMarkersIsRefusedAndNotGuessed() throws IOException {
    var reader = new PageReader(List.of(Layouts.school(1, Paper.A4_LANDSCAPE, 12)));

    var reading = (Refused) reader.read(Picture.of(image("omaha_marked.png")), Crops.NONE);

    assertThat(reading.why()).isEqualTo(Refusal.TOO_FEW_MARKERS);
  }

  @Test
  void bothRedOutlinesAreFoundAndLieWhereTheSourceSays() throws IOException {
    var outlines = drawn(image("omaha_marked.png"));

    assertThat(outlines).hasSize(2);
    assertThat(outlines).allMatch(it -> it.enclosed() > 2000 && Math.abs(it.hue() - 153) < 30);
    assertThat(outlines)
        .anyMatch(it -> it.x() < 960 / 3.0 && it.y() > 652 * 2 / 3.0)
        .anyMatch(it -> it.x() > 960 / 2.0 && it.y() < 652 / 2.0);
  }

  @Test
  void theBlankMapIsLaidUnderTheMarkedOneByWhatIsPrintedOnBoth() throws IOException {
    var marked = image("omaha_marked.png");
    var blank = image("omaha_blank.png");

    double[] best = {-1, 0, 0};
    for (int dy = -12; dy <= 12; dy++) {
      for (int dx = -12; dx <= 12; dx++) {
        double alike = alike(marked, blank, dx, dy);
        if (alike > best[0]) {
          best = new double[] {alike, dx, dy};
        }
      }
    }

    assertThat(best[0]).as("shifted by %.0f, %.0f", best[1], best[2]).isGreaterThan(0.8);
    // Far away from it the two are hardly alike: the place is no accident.
    assertThat(alike(marked, blank, 12, 12)).isLessThan(best[0] - 0.2);
  }

  /// How alike two maps are where nothing is drawn, from -1 to 1, one shifted by so many pixels.
  private static double alike(BufferedImage marked, BufferedImage blank, int dx, int dy) {
    double scale = (double) blank.getWidth() / marked.getWidth();
    double n = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = 20; y < marked.getHeight() - 20; y += 3) {
      for (int x = 20; x < marked.getWidth() - 20; x += 3) {
        int rgb = marked.getRGB(x, y);
        if ((rgb >> 16 & 255) - (rgb & 255) < 40) {
          double one = rgb >> 8 & 255;
          double other = mean(blank, (x + dx) * scale, (y + dy) * scale);
          n++;
          a += one;
          b += other;
          aa += one * one;
          bb += other * other;
          ab += one * other;
        }
      }
    }
    return (ab - a * b / n) / Math.sqrt((aa - a * a / n) * (bb - b * b / n));
  }

  private static double mean(BufferedImage image, double x, double y) {
    int sum = 0;
    for (int dy = 0; dy < 2; dy++) {
      for (int dx = 0; dx < 2; dx++) {
        int px = Math.clamp((int) x + dx, 0, image.getWidth() - 1);
        int py = Math.clamp((int) y + dy, 0, image.getHeight() - 1);
        sum += image.getRaster().getSample(px, py, 0);
      }
    }
    return sum / 4.0;
  }

  /// What is coloured on a map that was printed in grey.
  private static List<Drawn> drawn(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var coloured = new boolean[width * height];
    for (int i = 0; i < coloured.length; i++) {
      int rgb = image.getRGB(i % width, i / width);
      int most = Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
      int least = Math.min(rgb >> 16 & 255, Math.min(rgb >> 8 & 255, rgb & 255));
      coloured[i] = most - least > 50;
    }
    var outside = filled(coloured, width, false, 0, new boolean[coloured.length]);
    var drawn = new ArrayList<Drawn>();
    var seen = new boolean[coloured.length];
    for (int i = 0; i < coloured.length; i++) {
      if (coloured[i] && !seen[i]) {
        var blob = filled(coloured, width, true, i, seen);
        if (blob.size() > 100) {
          drawn.add(described(image, blob, outside, coloured, width));
        }
      }
    }
    return drawn;
  }

  private static Drawn described(
      BufferedImage image,
      List<Integer> blob,
      List<Integer> outside,
      boolean[] coloured,
      int width) {
    double x = 0;
    double y = 0;
    double u = 0;
    double v = 0;
    int left = width;
    int right = 0;
    int top = Integer.MAX_VALUE;
    int low = 0;
    for (int at : blob) {
      int rgb = image.getRGB(at % width, at / width);
      u += (rgb >> 8 & 255) - (rgb >> 16 & 255);
      v += ((rgb >> 16 & 255) + (rgb >> 8 & 255)) / 2.0 - (rgb & 255);
      x += at % width;
      y += at / width;
      left = Math.min(left, at % width);
      right = Math.max(right, at % width);
      top = Math.min(top, at / width);
      low = Math.max(low, at / width);
    }
    var isOutside = new boolean[coloured.length];
    outside.forEach(at -> isOutside[at] = true);
    int enclosed = 0;
    for (int row = top; row <= low; row++) {
      for (int column = left; column <= right; column++) {
        int at = row * width + column;
        enclosed += !coloured[at] && !isOutside[at] ? 1 : 0;
      }
    }
    double hue = (Math.toDegrees(Math.atan2(v, u)) + 360) % 360;
    return new Drawn(blob.size(), x / blob.size(), y / blob.size(), enclosed, hue);
  }

  private static List<Integer> filled(
      boolean[] values, int width, boolean wanted, int from, boolean[] seen) {
    var found = new ArrayList<Integer>();
    var waiting = new ArrayDeque<Integer>(List.of(from));
    seen[from] = true;
    while (!waiting.isEmpty()) {
      int at = waiting.pop();
      found.add(at);
      for (int step : new int[] {-1, 1, -width, width}) {
        int next = at + step;
        boolean wraps = Math.abs(step) == 1 && next / width != at / width;
        if (next >= 0 && next < values.length && !wraps && !seen[next] && values[next] == wanted) {
          seen[next] = true;
          waiting.push(next);
        }
      }
    }
    return found;
  }

  private static BufferedImage image(String name) throws IOException {
    var file =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data/floorplans/marked_map_pair").resolve(name))
            .filter(Files::isRegularFile)
            .findFirst();
    assumeTrue(file.isPresent(), "shared/data/floorplans is not beside this repository");
    return ImageIO.read(file.orElseThrow().toFile());
  }
}
