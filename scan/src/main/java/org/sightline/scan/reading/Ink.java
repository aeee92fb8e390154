package org.sightline.scan.reading;

import java.util.Arrays;
import org.sightline.scan.Underlay;

/// What was put on the paper, square by square: how much less of each colour comes back than from
/// bare paper beside it.
///
/// Strokes with gaps, thin hatching and blur mix a pencil with white, and dim light takes the same
/// part of everything: both leave the direction of the two differences as it is. So the direction
/// says which pencil it was and the length how much of it. Grey has no direction.
///
/// @param u green comes back more than red: greens are positive, reds negative
/// @param v red and green come back more than blue: yellow is the most
/// @param dark what is missing of the brightest of the three: grey and black
/// @param light how bright bare paper is on the square, 0 to 255
/// @param noise of bare paper, in steps of the 255
/// @param uneven how much the light differs over the page: a scanner's hardly does
record Ink(
    Grid grid, float[] u, float[] v, float[] dark, float[] light, double noise, double uneven) {

  private static final double BARE = 0.02;
  static final double MOST_MISJUDGED = 0.012;

  static Ink of(LayoutMap map, PageRaster page, PaperLight paper) {
    var grid = map.grid();
    var u = new float[grid.size()];
    var v = new float[grid.size()];
    var dark = new float[grid.size()];
    var light = new float[grid.size()];
    var white = new float[3];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int at = row * grid.width() + column;
        float r = page.colours()[3 * at];
        if (r < 0) {
          dark[at] = Float.NaN;
          continue;
        }
        paper.at(column, row, white);
        light[at] = Math.max(white[0], Math.max(white[1], white[2]));
        r /= white[0];
        float g = page.colours()[3 * at + 1] / white[1];
        float b = page.colours()[3 * at + 2] / white[2];
        u[at] = g - r;
        v[at] = (r + g) / 2 - b;
        dark[at] = 1 - Math.max(r, Math.max(g, b));
      }
    }
    return new Ink(grid, smooth(grid, u), smooth(grid, v), dark, light, 0, 1).withNoise(map);
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
    var lights = new float[values.length];
    int step = Math.max(1, grid.size() / values.length / 4);
    int count = 0;
    for (int i = 0; i < grid.size() && count < values.length; i += step) {
      if (map.owner()[i] == LayoutMap.PAPER) {
        lights[count] = light[i];
        values[count++] = light[i] * (float) Math.hypot(u[i], v[i]);
      }
    }
    if (count == 0) {
      return new Ink(grid, u, v, dark, light, 5, 1);
    }
    Arrays.sort(values, 0, count);
    Arrays.sort(lights, 0, count);
    double spread = lights[count * 9 / 10] - lights[count / 10];
    double uneven = spread / Math.max(1, lights[count / 2]);
    return new Ink(grid, u, v, dark, light, values[count / 2], uneven);
  }

  /// How far bare paper may be misjudged, in logarithms: the more, the less even the light is.
  double misjudged() {
    return Math.clamp(0.004 + 0.1 * uneven, 0.005, MOST_MISJUDGED);
  }

  /// How strong a colour must be where paper is so bright, to be more than noise.
  double least(double brightness) {
    return Math.clamp(3.2 * noise / brightness, 0.05, 0.3);
  }

  boolean isColoured(int at) {
    double least = least(light[at]);
    return u[at] * u[at] + v[at] * v[at] > least * least;
  }

  /// How noisy a square is where paper is so bright.
  double noise(double brightness) {
    return noise / Math.max(1, brightness);
  }

  /// Whether no place that can be coloured holds anything at all, not even the noise of a lens: a
  /// page that was never on paper.
  ///
  /// @param isDrawn whether it is known to be one: then the picture of the floor may be there
  boolean isBare(LayoutMap map, boolean isDrawn) {
    double most = BARE + (isDrawn ? Underlay.DARKEST : 0);
    for (int place = 0; place < map.firstTick(); place++) {
      for (int at : map.squares().get(place)) {
        if (map.depth()[at] > 1 && !map.label()[at] && Math.abs(dark[at]) > most) {
          return false;
        }
      }
    }
    return true;
  }
}
