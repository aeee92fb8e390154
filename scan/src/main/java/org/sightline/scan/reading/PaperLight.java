package org.sightline.scan.reading;

import java.util.Arrays;
import org.sightline.scan.Refusal;

/// How bright bare paper is everywhere on a page, in each colour: what is left of lamp, shadow and
/// camera once the pencils are taken away.
///
/// 1. The page is cut into blocks of about 6 mm. Where nothing is printed or can be coloured, the
///    middle value of a block is paper.
/// 2. From there paper grows: a block beside one that is known is paper too where enough of it has
///    the same hue as its neighbours and nearly their brightness.
/// 3. Blocks that are coloured all over take the average of what is around, again and again until
///    it settles.
final class PaperLight {

  private static final double BLOCK = 6;

  /// How far from its neighbours' hue bare paper may be, in logarithms.
  private static final double SAME_HUE = 0.045;

  private static final double DARKER = 0.45;

  private final LayoutMap map;
  private final PageRaster page;
  private final int side;
  private final int columns;
  private final int rows;
  private final float[] light;
  private final boolean[] known;

  private PaperLight(LayoutMap map, PageRaster page) {
    this.map = map;
    this.page = page;
    this.side = (int) Math.round(BLOCK / map.grid().step());
    this.columns = (map.grid().width() + side - 1) / side;
    this.rows = (map.grid().height() + side - 1) / side;
    this.light = new float[3 * columns * rows];
    this.known = new boolean[columns * rows];
  }

  static PaperLight of(LayoutMap map, PageRaster page) {
    var paper = new PaperLight(map, page);
    paper.takeMargins();
    paper.leaveOutOdd();
    paper.grow();
    paper.spread();
    return paper;
  }

  /// Writes red, green and blue of bare paper at a square, between the four nearest blocks.
  void at(int column, int row, float[] into) {
    float x = (column + 0.5f) / side - 0.5f;
    float y = (row + 0.5f) / side - 0.5f;
    int left = Math.clamp((int) Math.floor(x), 0, columns - 1);
    int top = Math.clamp((int) Math.floor(y), 0, rows - 1);
    int right = Math.min(left + 1, columns - 1);
    int low = Math.min(top + 1, rows - 1);
    float a = Math.clamp(x - left, 0, 1);
    float b = Math.clamp(y - top, 0, 1);
    for (int k = 0; k < 3; k++) {
      float upper =
          (1 - a) * light[3 * (top * columns + left) + k]
              + a * light[3 * (top * columns + right) + k];
      float lower =
          (1 - a) * light[3 * (low * columns + left) + k]
              + a * light[3 * (low * columns + right) + k];
      into[k] = (1 - b) * upper + b * lower;
    }
  }

  private void takeMargins() {
    var values = new float[3][side * side];
    for (int block = 0; block < known.length; block++) {
      int count = 0;
      int last = lastRow(block);
      for (int row = block / columns * side; row < last; row++) {
        int until = lastColumn(block);
        for (int column = block % columns * side; column < until; column++) {
          int at = row * map.grid().width() + column;
          if (map.owner()[at] == LayoutMap.PAPER && page.colours()[3 * at] >= 0) {
            for (int k = 0; k < 3; k++) {
              values[k][count] = page.colours()[3 * at + k];
            }
            count++;
          }
        }
      }
      if (count >= side) {
        take(block, values, count);
      }
    }
  }

  private int lastRow(int block) {
    return Math.min((block / columns + 1) * side, map.grid().height());
  }

  private int lastColumn(int block) {
    return Math.min((block % columns + 1) * side, map.grid().width());
  }

  private void take(int block, float[][] values, int count) {
    for (int k = 0; k < 3; k++) {
      Arrays.sort(values[k], 0, count);
      light[3 * block + k] = Math.max(values[k][count * 3 / 5], 4);
    }
    known[block] = true;
  }

  /// A margin that somebody coloured, a thumb or the table beside the paper is not paper.
  private void leaveOutOdd() {
    double[] middle = middle();
    for (int block = 0; block < known.length; block++) {
      if (known[block] && off(block, middle) > 0.22) {
        known[block] = false;
      }
    }
  }

  /// The middle hue of all blocks that are known.
  private double[] middle() {
    int count = 0;
    var first = new double[known.length];
    var second = new double[known.length];
    for (int block = 0; block < known.length; block++) {
      if (known[block]) {
        first[count] = Math.log(light[3 * block] / light[3 * block + 1]);
        second[count++] = Math.log(light[3 * block + 2] / light[3 * block + 1]);
      }
    }
    if (count == 0) {
      throw new NotRead(Refusal.FAILED);
    }
    Arrays.sort(first, 0, count);
    Arrays.sort(second, 0, count);
    return new double[] {first[count / 2], second[count / 2]};
  }

  private double off(int block, double[] hue) {
    return Math.hypot(
        Math.log(light[3 * block] / light[3 * block + 1]) - hue[0],
        Math.log(light[3 * block + 2] / light[3 * block + 1]) - hue[1]);
  }

  private void grow() {
    var values = new float[3][side * side];
    var around = new float[3];
    for (int round = 0; round < columns + rows; round++) {
      boolean grown = false;
      for (int i = 0; i < known.length; i++) {
        int block = (round & 1) == 0 ? i : known.length - 1 - i;
        if (!known[block] && average(block, around, 2)) {
          int count = bare(block, around, values);
          if (count >= side * side / 3) {
            take(block, values, count);
            grown = true;
          }
        }
      }
      if (!grown) {
        return;
      }
    }
  }

  /// The average of the neighbours that are known, when there are at least so many.
  private boolean average(int block, float[] into, int least) {
    int count = 0;
    Arrays.fill(into, 0);
    int row = block / columns;
    int column = block % columns;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = column + dx;
        int y = row + dy;
        if (x >= 0 && y >= 0 && x < columns && y < rows && known[y * columns + x]) {
          for (int k = 0; k < 3; k++) {
            into[k] += light[3 * (y * columns + x) + k];
          }
          count++;
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      into[k] /= Math.max(1, count);
    }
    return count >= least;
  }

  private int bare(int block, float[] around, float[][] values) {
    int count = 0;
    int last = lastRow(block);
    for (int row = block / columns * side; row < last; row++) {
      int until = lastColumn(block);
      for (int column = block % columns * side; column < until; column++) {
        int at = row * map.grid().width() + column;
        float r = page.colours()[3 * at];
        float g = page.colours()[3 * at + 1];
        float b = page.colours()[3 * at + 2];
        if (r >= 0 && !map.label()[at] && isBare(r / around[0], g / around[1], b / around[2])) {
          values[0][count] = r;
          values[1][count] = g;
          values[2][count] = b;
          count++;
        }
      }
    }
    return count;
  }

  /// Near one, a logarithm is nearly the difference.
  private static boolean isBare(float r, float g, float b) {
    float most = Math.max(r, Math.max(g, b));
    float least = Math.min(r, Math.min(g, b));
    return most - least < SAME_HUE * 1.3 * most && most > 1 - DARKER && most < 1 + DARKER;
  }

  private void spread() {
    var settled = known.clone();
    boolean missing = true;
    var around = new float[3];
    while (missing) {
      missing = false;
      var before = known.clone();
      boolean any = false;
      for (int block = 0; block < known.length; block++) {
        if (!before[block]) {
          if (averageOf(before, block, around)) {
            System.arraycopy(around, 0, light, 3 * block, 3);
            known[block] = true;
            any = true;
          } else {
            missing = true;
          }
        }
      }
      if (!any) {
        break;
      }
    }
    for (int round = 0; round < 60; round++) {
      for (int block = 0; block < known.length; block++) {
        if (!settled[block] && averageOf(known, block, around)) {
          System.arraycopy(around, 0, light, 3 * block, 3);
        }
      }
    }
  }

  private boolean averageOf(boolean[] which, int block, float[] into) {
    int count = 0;
    Arrays.fill(into, 0);
    int row = block / columns;
    int column = block % columns;
    for (int side = 0; side < 4; side++) {
      int x = column + (side == 0 ? -1 : side == 1 ? 1 : 0);
      int y = row + (side == 2 ? -1 : side == 3 ? 1 : 0);
      if (x >= 0 && y >= 0 && x < columns && y < rows && which[y * columns + x]) {
        for (int k = 0; k < 3; k++) {
          into[k] += light[3 * (y * columns + x) + k];
        }
        count++;
      }
    }
    for (int k = 0; k < 3; k++) {
      into[k] /= Math.max(1, count);
    }
    return count > 0;
  }
}
