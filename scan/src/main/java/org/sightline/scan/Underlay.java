package org.sightline.scan;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.sightline.scan.SheetLayout.Zone;

/// The picture of a floor, printed beneath its zones so that a student finds the way: walls, doors
/// and stairs. It is printed so faintly that the reader takes it for paper, whatever it shows:
/// black becomes a light grey, colours lose their hue.
///
/// @param x of its left edge on the page, in millimetres, and so on; it may reach beyond the frame
public record Underlay(BufferedImage picture, double x, double y, double width, double height) {

  /// How much of its darkness is left, as light is reckoned.
  private static final double LEFT = 0.1;

  /// What that is to the eye and to a scanner: black becomes 243 of 255. See decision 26.
  public static final double DARKEST = 0.05;

  /// Dots on the longer side: about 140 to the inch on A4, as fine as a photocopier shows.
  public static final int MOST_DOTS = 1200;

  /// Where a floor's picture lies on a page.
  ///
  /// @param drawn the zones as they lie on the picture, whose top left is 0, 0
  /// @param width of the picture, in the unit of the zones
  public static Underlay of(
      BufferedImage picture, double width, double height, List<Zone> drawn, SheetLayout layout) {
    var from = Box.around(drawn);
    var to = Box.around(layout.zones());
    double by =
        (to.right - to.left + to.low - to.top) / (from.right - from.left + from.low - from.top);
    return new Underlay(
        picture, to.left - by * from.left, to.top - by * from.top, by * width, by * height);
  }

  /// As it is printed.
  BufferedImage faint() {
    double scale =
        Math.min(1, MOST_DOTS / (double) Math.max(picture.getWidth(), picture.getHeight()));
    int wide = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int high = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var grey = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    var pen = grey.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, wide, high, Color.WHITE, null);
    pen.dispose();
    var raster = grey.getRaster();
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int dark = 255 - raster.getSample(x, y, 0);
        raster.setSample(x, y, 0, 255 - (int) Math.round(LEFT * dark));
      }
    }
    return grey;
  }

  private record Box(double left, double top, double right, double low) {

    static Box around(List<Zone> zones) {
      var corners = zones.stream().flatMap(zone -> zone.polygon().stream()).toList();
      return new Box(
          corners.stream().mapToDouble(Point::x).min().orElseThrow(),
          corners.stream().mapToDouble(Point::y).min().orElseThrow(),
          corners.stream().mapToDouble(Point::x).max().orElseThrow(),
          corners.stream().mapToDouble(Point::y).max().orElseThrow());
    }
  }
}
