package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.classroom.PaperSheet;

class UnderlayTest {

  private static final int DOTS = 100;

  private final List<Zone> drawn =
      List.of(
          new Zone("hall", "Hall", corners(20, 20, 60, 50)),
          new Zone("yard", "Yard", corners(100, 20, 180, 80)));
  private final SheetLayout layout =
      LayingOut.layOut(SheetPlan.of(new PageSize(297, 210), drawn), Paper.A4_LANDSCAPE, "ABCDEFGH");

  @Test
  void liesUnderTheZonesAsItDoesOnThePlan() {
    var under = Underlay.of(black(), 200, 100, drawn, layout);

    for (int zone = 0; zone < drawn.size(); zone++) {
      for (int i = 0; i < 4; i++) {
        var on = drawn.get(zone).polygon().get(i);
        var printed = layout.zones().get(zone).polygon().get(i);
        assertThat(under.x() + on.x() / 200 * under.width()).isCloseTo(printed.x(), within(0.05));
        assertThat(under.y() + on.y() / 100 * under.height()).isCloseTo(printed.y(), within(0.05));
      }
    }
  }

  @Test
  void blackBecomesALightGreyAndNothingElseOnThePageChanges() {
    var under = new Underlay(black(), -50, -50, 400, 400);
    var plain = PaperSheet.printed(layout, "ABCDEFGHJK", DOTS);
    var sheet = PaperSheet.printed(layout, "ABCDEFGHJK", DOTS, under);
    var frame = LayingOut.frame(layout);
    double spot = 25.4 / DOTS;

    for (int y = 0; y < sheet.height; y++) {
      for (int x = 0; x < sheet.width; x++) {
        int at = 3 * (y * sheet.width + x);
        boolean outside =
            (x + 1.5) * spot < frame.x()
                || (x - 0.5) * spot > frame.x() + frame.width()
                || (y + 1.5) * spot < frame.y()
                || (y - 0.5) * spot > frame.y() + frame.height();
        if (outside) {
          assertThat(sheet.light[at]).as("at %d, %d", x, y).isEqualTo(plain.light[at]);
        } else if (plain.light[at] == 1) {
          assertThat(sheet.light[at]).as("at %d, %d", x, y).isBetween(0.94f, 1f);
        }
      }
    }
    for (var marker : layout.markers()) {
      assertThat(
              marker.x() + marker.size() <= frame.x()
                  || marker.x() >= frame.x() + frame.width()
                  || marker.y() + marker.size() <= frame.y()
                  || marker.y() >= frame.y() + frame.height())
          .as("marker %d outside the frame", marker.id())
          .isTrue();
    }
  }

  private static BufferedImage black() {
    return new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
  }

  private static List<Point> corners(double left, double top, double right, double low) {
    return List.of(
        new Point(left, top), new Point(right, top), new Point(right, low), new Point(left, low));
  }
}
