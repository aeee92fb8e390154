package org.sightline.contexts.floorplans;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/// Makes a decoded picture plan-sized, opaque on white and without a colour profile.
///
/// Each new dot is the average of the dots it covers. Values are taken from the raster as they are:
/// asking a grey `BufferedImage` for RGB would take its greys for linear light and bleach them.
final class Shrinking {

  private final BufferedImage from;
  private final PixelSize size;
  private final int[] row;
  private final int[] samples;
  private final int bands;
  private final int shift;

  private Shrinking(BufferedImage from) {
    this.from = from;
    this.size = PixelSize.fitted(from.getWidth(), from.getHeight());
    this.row = new int[from.getWidth()];
    this.bands = from.getRaster().getNumBands();
    this.samples = new int[from.getWidth() * bands];
    this.shift = Math.max(0, from.getSampleModel().getSampleSize(0) - 8);
  }

  static BufferedImage toPlanSize(BufferedImage from) {
    return new Shrinking(from).run();
  }

  private BufferedImage run() {
    var to = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    var sums = new long[size.width() * 3];
    var line = new int[size.width()];
    for (var y = 0; y < size.height(); y++) {
      Arrays.fill(sums, 0);
      var top = edge(y, from.getHeight(), size.height());
      var bottom = edge(y + 1, from.getHeight(), size.height());
      for (var sourceY = top; sourceY < bottom; sourceY++) {
        readRow(sourceY);
        addRow(sums);
      }
      average(sums, bottom - top, line);
      to.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return to;
  }

  private static int edge(int at, int source, int target) {
    return (int) ((long) at * source / target);
  }

  private void readRow(int y) {
    if (from.getColorModel() instanceof IndexColorModel) {
      from.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (var x = 0; x < row.length; x++) {
        row[x] = onWhite(row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff, row[x] >>> 24);
      }
      return;
    }
    from.getRaster().getPixels(0, y, row.length, 1, samples);
    for (var x = 0; x < row.length; x++) {
      row[x] = fromSamples(x * bands);
    }
  }

  private int fromSamples(int at) {
    var first = samples[at] >> shift;
    return switch (bands) {
      case 1 -> onWhite(first, first, first, 255);
      case 2 -> onWhite(first, first, first, samples[at + 1] >> shift);
      case 3 -> onWhite(first, samples[at + 1] >> shift, samples[at + 2] >> shift, 255);
      default ->
          onWhite(
              first, samples[at + 1] >> shift, samples[at + 2] >> shift, samples[at + 3] >> shift);
    };
  }

  private static int onWhite(int red, int green, int blue, int alpha) {
    return onWhite(red, alpha) << 16 | onWhite(green, alpha) << 8 | onWhite(blue, alpha);
  }

  private static int onWhite(int value, int alpha) {
    return (value * alpha + 255 * (255 - alpha)) / 255;
  }

  private void addRow(long[] sums) {
    for (var x = 0; x < size.width(); x++) {
      var right = edge(x + 1, row.length, size.width());
      for (var sourceX = edge(x, row.length, size.width()); sourceX < right; sourceX++) {
        sums[3 * x] += row[sourceX] >> 16 & 0xff;
        sums[3 * x + 1] += row[sourceX] >> 8 & 0xff;
        sums[3 * x + 2] += row[sourceX] & 0xff;
      }
    }
  }

  private void average(long[] sums, int rows, int[] line) {
    for (var x = 0; x < line.length; x++) {
      long dots =
          (long) rows * (edge(x + 1, row.length, line.length) - edge(x, row.length, line.length));
      line[x] =
          (int) (sums[3 * x] / dots << 16 | sums[3 * x + 1] / dots << 8 | sums[3 * x + 2] / dots);
    }
  }
}
