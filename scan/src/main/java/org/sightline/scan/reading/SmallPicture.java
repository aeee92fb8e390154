package org.sightline.scan.reading;

import java.util.Arrays;

/// A picture made smaller, in which markers are looked for.
///
/// @param by how many pixels of the large picture one of these is wide
/// @param values of [Picture#brightness], 0 to 255
record SmallPicture(int width, int height, int by, byte[] values) {

  static SmallPicture of(Picture picture, int by) {
    int width = picture.width() / by;
    int height = picture.height() / by;
    var values = new byte[width * height];
    byte[] bytes = picture.bytes();
    var sums = new int[width];
    for (int row = 0; row < height; row++) {
      Arrays.fill(sums, 0);
      for (int sub = 0; sub < by; sub++) {
        int at = 3 * ((row * by + sub) * picture.width());
        for (int column = 0; column < width; column++) {
          int sum = 0;
          for (int k = 0; k < by; k++, at += 3) {
            int first = bytes[at] & 255;
            int second = bytes[at + 1] & 255;
            int third = bytes[at + 2] & 255;
            int most = first > second ? first : second;
            sum += most > third ? most : third;
          }
          sums[column] += sum;
        }
      }
      for (int column = 0; column < width; column++) {
        values[row * width + column] = (byte) (sums[column] / (by * by));
      }
    }
    return new SmallPicture(width, height, by, values);
  }

  int at(int column, int row) {
    return values[row * width + column] & 255;
  }

  /// Which pixels are clearly darker than what is around them, within a sixteenth of the picture.
  boolean[] dark() {
    int stride = width + 1;
    var sums = new int[stride * (height + 1)];
    for (int row = 0; row < height; row++) {
      int sum = 0;
      for (int column = 0; column < width; column++) {
        sum += at(column, row);
        sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + sum;
      }
    }
    int reach = Math.max(8, Math.max(width, height) / 32);
    var dark = new boolean[width * height];
    for (int row = 0; row < height; row++) {
      int top = Math.max(0, row - reach) * stride;
      int bottom = Math.min(height, row + reach + 1) * stride;
      for (int column = 0; column < width; column++) {
        int left = Math.max(0, column - reach);
        int right = Math.min(width, column + reach + 1);
        int count = (bottom - top) / stride * (right - left);
        int sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
        dark[row * width + column] = (long) at(column, row) * count * 100L < 78L * sum;
      }
    }
    return dark;
  }
}
