package org.sightline.scan.reading;

import java.util.Arrays;

/// The colours of a page, square by square of its [Grid], taken straight from the picture.
///
/// @param colours red, green and blue of each square, 0 to 255; what lies outside the picture is -1
record PageRaster(Grid grid, float[] colours) {

  private static final int STRAIGHT = 4;

  static PageRaster of(Picture picture, PageMapping mapping, Grid grid) {
    var colours = new float[3 * grid.size()];
    int samples = (int) Math.clamp(Math.round(mapping.resolution() * grid.step() / 2.4), 1, 4);
    var lefts = new double[2 * (grid.width() + 1)];
    var nextLefts = new double[2 * (grid.width() + 1)];
    place(mapping, grid, 0, lefts);
    for (int row = 0; row < grid.height(); row++) {
      place(mapping, grid, row + 1, nextLefts);
      fill(picture, grid, row, lefts, nextLefts, samples, colours);
      double[] swapped = lefts;
      lefts = nextLefts;
      nextLefts = swapped;
    }
    return new PageRaster(grid, colours);
  }

  /// Where the upper left corners of a row of squares are in the picture. Every few are reckoned
  /// and those between lie in a straight line: over two millimetres no page is bent.
  private static void place(PageMapping mapping, Grid grid, int row, double[] places) {
    double y = row * grid.step();
    mapping.place(0, y, places, 0);
    for (int from = 0; from < grid.width(); from += STRAIGHT) {
      int to = Math.min(grid.width(), from + STRAIGHT);
      mapping.place(to * grid.step(), y, places, 2 * to);
      double alongX = (places[2 * to] - places[2 * from]) / (to - from);
      double alongY = (places[2 * to + 1] - places[2 * from + 1]) / (to - from);
      for (int column = from + 1; column < to; column++) {
        places[2 * column] = places[2 * from] + (column - from) * alongX;
        places[2 * column + 1] = places[2 * from + 1] + (column - from) * alongY;
      }
    }
  }

  private static void fill(
      Picture picture,
      Grid grid,
      int row,
      double[] upper,
      double[] lower,
      int samples,
      float[] colours) {
    byte[] bytes = picture.bytes();
    int red = picture.red();
    int blue = 2 - red;
    for (int column = 0; column < grid.width(); column++) {
      double x = upper[2 * column];
      double y = upper[2 * column + 1];
      double alongX = (upper[2 * column + 2] - x) / samples;
      double alongY = (upper[2 * column + 3] - y) / samples;
      double downX = (lower[2 * column] - x) / samples;
      double downY = (lower[2 * column + 1] - y) / samples;
      x += (alongX + downX) / 2;
      y += (alongY + downY) / 2;
      int r = 0;
      int g = 0;
      int b = 0;
      int count = 0;
      boolean inside = isInside(picture, upper, column) && isInside(picture, lower, column);
      for (int i = 0; i < samples; i++) {
        double px = x + i * downX;
        double py = y + i * downY;
        for (int j = 0; j < samples; j++) {
          int left = (int) px;
          int top = (int) py;
          if (inside || left >= 0 && top >= 0 && left < picture.width() && top < picture.height()) {
            int at = 3 * (top * picture.width() + left);
            r += bytes[at + red] & 255;
            g += bytes[at + 1] & 255;
            b += bytes[at + blue] & 255;
            count++;
          }
          px += alongX;
          py += alongY;
        }
      }
      int to = 3 * (row * grid.width() + column);
      if (count == 0) {
        Arrays.fill(colours, to, to + 3, -1);
      } else {
        colours[to] = (float) r / count;
        colours[to + 1] = (float) g / count;
        colours[to + 2] = (float) b / count;
      }
    }
  }

  /// Whether two neighbouring corners lie well inside a picture.
  private static boolean isInside(Picture picture, double[] places, int column) {
    for (int at = 2 * column; at <= 2 * column + 2; at += 2) {
      if (!(places[at] > 1
          && places[at + 1] > 1
          && places[at] < picture.width() - 1
          && places[at + 1] < picture.height() - 1)) {
        return false;
      }
    }
    return true;
  }
}
