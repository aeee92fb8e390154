package org.sightline.scan.reading;

import java.util.Arrays;

/// What was put on the paper, square by square: how much of each colour the pencil swallows, in
/// logarithms, with the light taken away.
///
/// Dark or pale strokes of one pencil lie in one direction from white, because each layer swallows
/// the same part again; so the direction says which pencil it was and the length how hard it was
/// pressed. Grey has no direction.
///
/// @param u red swallowed more than green: greens are positive, reds negative
/// @param v blue swallowed more than red and green together: yellow is the most
/// @param dark the least of what is swallowed of the three: grey and black
/// @param noise of bare paper, in the same logarithms
record Ink(Grid grid, float[] u, float[] v, float[] dark, double noise) {

  private static final int FIRST = 4;
  private static final float[] LOGARITHMS = new float[256 * 8 + 1];

  static {
    for (int i = 0; i < LOGARITHMS.length; i++) {
      LOGARITHMS[i] = (float) Math.log(Math.max(i / 8.0, FIRST));
    }
  }

  static Ink of(LayoutMap map, PageRaster page, PaperLight paper) {
    var grid = map.grid();
    var u = new float[grid.size()];
    var v = new float[grid.size()];
    var dark = new float[grid.size()];
    var white = new float[3];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int at = row * grid.width() + column;
        float r = page.colours()[3 * at];
        if (r < 0) {
          dark[at] = Float.NaN;
          continue;
        }
        if (map.owner()[at] == LayoutMap.PRINTED) {
          continue;
        }
        paper.at(column, row, white);
        float swallowsRed = log(white[0]) - log(r);
        float swallowsGreen = log(white[1]) - log(page.colours()[3 * at + 1]);
        float swallowsBlue = log(white[2]) - log(page.colours()[3 * at + 2]);
        u[at] = swallowsRed - swallowsGreen;
        v[at] = swallowsBlue - (swallowsRed + swallowsGreen) / 2;
        dark[at] = Math.min(swallowsRed, Math.min(swallowsGreen, swallowsBlue));
      }
    }
    return new Ink(grid, smooth(grid, u), smooth(grid, v), dark, 0).withNoise(map);
  }

  private static float log(float value) {
    return LOGARITHMS[Math.min((int) (value * 8), LOGARITHMS.length - 1)];
  }

  /// The middle of three by three.
  private static float[] smooth(Grid grid, float[] values) {
    int width = grid.width();
    var across = new float[values.length];
    var smooth = new float[values.length];
    for (int i = 1; i < values.length - 1; i++) {
      across[i] = values[i - 1] + values[i] + values[i + 1];
    }
    for (int i = width; i < values.length - width; i++) {
      smooth[i] = (across[i - width] + across[i] + across[i + width]) / 9;
    }
    return smooth;
  }

  private Ink withNoise(LayoutMap map) {
    var values = new float[20_000];
    int step = Math.max(1, grid.size() / values.length / 4);
    int count = 0;
    for (int i = 0; i < grid.size() && count < values.length; i += step) {
      if (map.owner()[i] == LayoutMap.PAPER) {
        values[count++] = (float) Math.hypot(u[i], v[i]);
      }
    }
    Arrays.sort(values, 0, count);
    return new Ink(grid, u, v, dark, count == 0 ? 0.02 : values[count / 2]);
  }
}
