package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Zones whose hues lie together, most likely by one pencil.
///
/// @param hue their average
/// @param width how unsure it is, in degrees
/// @param unsure how unsure each of them is, in degrees, on average
/// @param varies how far one lies from the average, in degrees
/// @param count how many there are
record HueGroup(double hue, double width, double unsure, double varies, int count) {

  /// More groups than this are a muddle that says nothing.
  static final int MOST = 6;

  private static final double GAP = 7;

  /// In degrees: two pencils are at least so far apart.
  private static final double APART = 7;

  /// How much further apart two heaps lie than each is wide. Cutting one even heap in two gives
  /// 3.46, one with a peak less.
  private static final double CLEARLY = 3.55;

  private static final int LEAST = 4;

  /// In degrees: hues of one pencil are never thought to vary less than this.
  private static final double ALWAYS_VARIES = 0.7;

  static List<HueGroup> of(double[] hues, double[] widths) {
    var order = new Integer[hues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(fromBlue(hues[a]), fromBlue(hues[b])));
    var sorted = new double[hues.length];
    var unsure = new double[hues.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = fromBlue(hues[order[i]]);
      unsure[i] = widths[order[i]];
    }
    var groups = new ArrayList<HueGroup>();
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] - sorted[i - 1] > GAP + Math.hypot(unsure[i], unsure[i - 1])) {
        addSplit(sorted, unsure, from, i, groups);
        from = i;
      }
    }
    return groups;
  }

  /// Two pencils may lie so near one another that there is no gap: then their hues are two heaps.
  private static void addSplit(
      double[] hues, double[] widths, int from, int to, List<HueGroup> groups) {
    int best = -1;
    double clearest = CLEARLY;
    for (int cut = from + 2; cut <= to - 2 && to - from >= LEAST; cut++) {
      double apart = mean(hues, cut, to) - mean(hues, from, cut);
      double within =
          Math.sqrt((squares(hues, from, cut) + squares(hues, cut, to)) / (to - from));
      double clear = apart / Math.max(ALWAYS_VARIES, within);
      if (apart >= APART && clear > clearest) {
        clearest = clear;
        best = cut;
      }
    }
    if (best < 0) {
      groups.add(average(hues, widths, from, to));
    } else {
      addSplit(hues, widths, from, best, groups);
      addSplit(hues, widths, best, to, groups);
    }
  }

  private static HueGroup average(double[] hues, double[] widths, int from, int to) {
    double width = 0;
    for (int i = from; i < to; i++) {
      width += widths[i];
    }
    int count = to - from;
    return new HueGroup(
        (mean(hues, from, to) + 250) % 360,
        Math.hypot(width / count, 5 / Math.sqrt(count)),
        width / count,
        Math.sqrt(squares(hues, from, to) / count),
        count);
  }

  private static double mean(double[] hues, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += hues[i];
    }
    return sum / (to - from);
  }

  /// How far they lie from their average, squared, summed.
  private static double squares(double[] hues, int from, int to) {
    double mean = mean(hues, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (hues[i] - mean) * (hues[i] - mean);
    }
    return sum;
  }

  /// Degrees from blue, where none of the three pencils lies and the circle can be cut.
  private static double fromBlue(double hue) {
    return (hue + 110) % 360;
  }
}
