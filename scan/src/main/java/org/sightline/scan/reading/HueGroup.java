package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Zones whose hues lie together, most likely by one pencil.
///
/// @param hue their average
/// @param width how unsure it is, in degrees
record HueGroup(double hue, double width) {

  /// More groups than this are a muddle that says nothing.
  static final int MOST = 6;

  private static final double GAP = 7;

  static List<HueGroup> of(double[] hues, double[] widths) {
    var order = new Integer[hues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(fromBlue(hues[a]), fromBlue(hues[b])));
    var groups = new ArrayList<HueGroup>();
    int from = 0;
    for (int i = 1; i <= order.length; i++) {
      boolean ends =
          i == order.length
              || fromBlue(hues[order[i]]) - fromBlue(hues[order[i - 1]])
                  > GAP + widths[order[i]] + widths[order[i - 1]];
      if (ends) {
        groups.add(average(hues, widths, order, from, i));
        from = i;
      }
    }
    return groups;
  }

  private static HueGroup average(
      double[] hues, double[] widths, Integer[] order, int from, int to) {
    double sum = 0;
    double width = 0;
    for (int i = from; i < to; i++) {
      sum += fromBlue(hues[order[i]]);
      width += widths[order[i]];
    }
    int count = to - from;
    return new HueGroup((sum / count + 250) % 360, Math.hypot(width / count, 5 / Math.sqrt(count)));
  }

  /// Degrees from blue, where none of the three pencils lies and the circle can be cut.
  private static double fromBlue(double hue) {
    return (hue + 110) % 360;
  }
}
