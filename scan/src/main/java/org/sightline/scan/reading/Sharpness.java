package org.sightline.scan.reading;

import java.util.Arrays;
import org.sightline.scan.MarkerCodes;
import org.sightline.scan.SheetLayout;

/// How sharp a picture is, measured where its sharpness is known: at the printed edges of the
/// markers.
final class Sharpness {

  private static final int STEPS = 32;

  /// In squares of the code: with wider edges its squares run into one another.
  private static final double TOO_WIDE = 0.75;

  private Sharpness() {}

  /// Whether edges are so wide that the square code cannot be told apart.
  static boolean isTooLittle(Picture picture, SheetLayout layout, PageMapping mapping) {
    var widths = new double[8 * layout.markers().size()];
    int count = 0;
    for (var marker : layout.markers()) {
      double border = marker.size() / MarkerCodes.WHOLE;
      for (double along : new double[] {0.3, 0.7}) {
        double x = marker.x() + along * marker.size();
        double y = marker.y() + along * marker.size();
        double right = marker.x() + marker.size();
        double low = marker.y() + marker.size();
        widths[count++] = width(picture, mapping, x, marker.y(), 0, -border);
        widths[count++] = width(picture, mapping, x, low, 0, border);
        widths[count++] = width(picture, mapping, marker.x(), y, -border, 0);
        widths[count++] = width(picture, mapping, right, y, border, 0);
      }
    }
    double[] seen = Arrays.stream(widths).filter(width -> !Double.isNaN(width)).sorted().toArray();
    double square = layout.qr().size() / CodeReader.SIDE;
    return seen.length > 0 && seen[seen.length / 2] > TOO_WIDE * square;
  }

  /// Over how many millimetres a black edge becomes white, from a fifth to four fifths.
  private static double width(
      Picture picture, PageMapping mapping, double x, double y, double outX, double outY) {
    var values = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double part = 2.0 * i / STEPS - 1;
      double px = x + part * outX;
      double py = y + part * outY;
      double atX = mapping.x(px, py);
      double atY = mapping.y(px, py);
      if (!(atX > 0 && atY > 0 && atX < picture.width() && atY < picture.height())) {
        return Double.NaN;
      }
      values[i] = picture.brightness(atX, atY);
    }
    double black = Math.min(values[0], Math.min(values[1], values[2]));
    double white = Math.max(values[STEPS], Math.max(values[STEPS - 1], values[STEPS - 2]));
    if (white - black < 20) {
      return Double.NaN;
    }
    int between = 0;
    for (double value : values) {
      double part = (value - black) / (white - black);
      between += part > 0.2 && part < 0.8 ? 1 : 0;
    }
    return between * 2.0 * Math.hypot(outX, outY) / STEPS;
  }
}
