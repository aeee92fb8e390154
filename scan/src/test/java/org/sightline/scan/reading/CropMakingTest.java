package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sightline.scan.Crops;
import org.sightline.scan.LayingOut;
import org.sightline.scan.Level;
import org.sightline.scan.Outline;
import org.sightline.scan.Paper;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetLayout.LevelBox;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.SheetPlan;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.ZoneReading;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// What a person is shown of a sheet that lies askew in the picture: the place itself, no
/// neighbour, the right way up.
class CropMakingTest {

  private static final int LIGHTER = 40;

  @Test
  void theCropOfAPlaceOnAPlanIsThatPlaceAndUpright() throws IOException {
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < 6; i++) {
      double x = 100 * (i % 3);
      double y = 100 * (i / 3);
      zones.add(
          new Zone(
              "z" + i,
              "Place",
              List.of(
                  new Point(x, y),
                  new Point(x + 100, y),
                  new Point(x + 100, y + 100),
                  new Point(x, y + 100))));
    }
    var layout =
        LayingOut.layOut(
            SheetPlan.of(new PageSize(300, 200), zones), Paper.A4_LANDSCAPE, "22222222");
    var image = Spoiling.untouched(PaperSheet.printed(layout, "ABCDEFGH23", 150));
    for (int i = 0; i < 6; i++) {
      var outline = new Outline(layout.zones().get(i).polygon());
      quarters(image, outline.minX(), outline.minY(), outline.maxX(), outline.maxY(), colour(i));
    }

    var crops = crops(layout, image);

    for (int i = 0; i < 6; i++) {
      assertQuarters(crops.get(i), 0.25, 0.25, 0.75, 0.75, colour(i));
    }
  }

  @Test
  void theCropOfARowOfAListIsItsThreeBoxesFromLeftToRight() throws IOException {
    var layout = Layouts.list(5, Paper.A4_PORTRAIT, 6);
    var image = Spoiling.untouched(PaperSheet.printed(layout, "ABCDEFGH23", 150));
    for (int i = 0; i < 6; i++) {
      for (var box : boxes(layout, i)) {
        double right = box.x() + box.width();
        double low = box.y() + box.height();
        quarters(image, box.x(), box.y(), right, low, colour(i + box.level().ordinal()));
      }
    }

    var crops = crops(layout, image);

    for (int i = 0; i < 6; i++) {
      var boxes = boxes(layout, i);
      double left = boxes.getFirst().x() - 3;
      double wide = boxes.getLast().x() + boxes.getLast().width() + 3 - left;
      double top = boxes.getFirst().y() - 3;
      double high = boxes.getFirst().height() + 6;
      for (var box : boxes) {
        assertQuarters(
            crops.get(i),
            (box.x() + 0.3 * box.width() - left) / wide,
            (box.y() + 0.3 * box.height() - top) / high,
            (box.x() + 0.7 * box.width() - left) / wide,
            (box.y() + 0.7 * box.height() - top) / high,
            colour(i + box.level().ordinal()));
      }
    }
  }

  /// Of the places the reader is sure of about every tenth is shown, whoever asks and however
  /// often.
  @Test
  void aboutEveryTenthCertainPlaceIsShown() {
    var random = new SplittableRandom(11);
    int shown = 0;
    for (int i = 0; i < 2000; i++) {
      var sheet = Layouts.letters(random, 10);
      var zone = new ZoneReading("z" + i % 20, Level.GREEN, 1, null, "", null);
      boolean isShown = CropMaking.isWanted(sheet, zone, Crops.FOR_REVIEW);
      shown += isShown ? 1 : 0;
      assertThat(CropMaking.isWanted(sheet, zone, Crops.FOR_REVIEW)).isEqualTo(isShown);
      assertThat(CropMaking.isWanted(sheet, zone, Crops.DOUBTFUL)).isFalse();
    }
    assertThat(shown).isBetween(160, 240);
  }

  private static List<LevelBox> boxes(SheetLayout layout, int row) {
    var zone = layout.zones().get(row).id();
    return layout.boxes().stream().filter(box -> box.zone().equals(zone)).toList();
  }

  /// Six that are far from one another, each with room for what is lighter.
  private static int[] colour(int number) {
    return new int[][] {
          {200, 20, 20},
          {20, 150, 20},
          {20, 20, 200},
          {180, 150, 10},
          {150, 10, 150},
          {20, 150, 150}
        }
        [number % 6];
  }

  /// Upper left as it is, upper right lighter in red, lower left in green, lower right in blue.
  private static int[] quarter(int[] colour, boolean right, boolean low) {
    int[] changed = colour.clone();
    if (right || low) {
      changed[right && low ? 2 : right ? 0 : 1] += LIGHTER;
    }
    return changed;
  }

  private static void quarters(
      BufferedImage image, double left, double top, double right, double low, int[] colour) {
    double per = 150 / 25.4;
    for (int y = (int) (top * per) + 1; y < low * per - 1; y++) {
      for (int x = (int) (left * per) + 1; x < right * per - 1; x++) {
        int[] here = quarter(colour, x > (left + right) / 2 * per, y > (top + low) / 2 * per);
        image.setRGB(x, y, here[0] << 16 | here[1] << 8 | here[2]);
      }
    }
  }

  private static void assertQuarters(
      BufferedImage crop, double left, double top, double right, double low, int[] colour) {
    for (boolean isRight : new boolean[] {false, true}) {
      for (boolean isLow : new boolean[] {false, true}) {
        int rgb =
            crop.getRGB(
                (int) ((isRight ? right : left) * crop.getWidth()),
                (int) ((isLow ? low : top) * crop.getHeight()));
        int[] meant = quarter(colour, isRight, isLow);
        int[] seen = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
        for (int k = 0; k < 3; k++) {
          assertThat(seen[k])
              .as("right %s, low %s: %s", isRight, isLow, java.util.Arrays.toString(seen))
              .isBetween(meant[k] - LIGHTER / 2 + 1, meant[k] + LIGHTER / 2 - 1);
        }
      }
    }
  }

  private static List<BufferedImage> crops(SheetLayout layout, BufferedImage image)
      throws IOException {
    var read = (Read) new PageReader(List.of(layout)).read(Picture.of(askew(image)), Crops.ALL);
    var crops = new ArrayList<BufferedImage>();
    for (var zone : read.zones()) {
      crops.add(ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(zone.crop()).jpeg())));
    }
    return crops;
  }

  /// A quarter turned and eleven degrees more, and seen at a slant.
  private static BufferedImage askew(BufferedImage image) {
    double turn = Math.toRadians(101);
    int side = (int) (1.35 * Math.hypot(image.getWidth(), image.getHeight()));
    var askew = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = x - side / 2.0;
        double v = y - side / 2.0;
        double nearer = 1 + 0.12 * u / side + 0.08 * v / side;
        double fromX = (Math.cos(turn) * u + Math.sin(turn) * v) / nearer + image.getWidth() / 2.0;
        double fromY =
            (-Math.sin(turn) * u + Math.cos(turn) * v) / nearer + image.getHeight() / 2.0;
        boolean isOn =
            fromX >= 0 && fromY >= 0 && fromX < image.getWidth() && fromY < image.getHeight();
        askew.setRGB(x, y, isOn ? image.getRGB((int) fromX, (int) fromY) : 0x6b5a48);
      }
    }
    return askew;
  }
}
