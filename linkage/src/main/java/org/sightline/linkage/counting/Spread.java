package org.sightline.linkage.counting;

import java.util.Arrays;
import org.sightline.linkage.counting.Overlaps.Range;
import org.sightline.linkage.weighing.Thresholds;

/// From a number counted with the line drawn at several places to what is expected of it, with a
/// range. Two things are unknown: which of the doubtful links are right, as far as chance goes, and
/// whether the model weighs all of them somewhat too high or too low. The range holds both: all
/// links [#BITS] bits lighter and as much heavier, and [#DEVIATIONS] standard deviations beyond. It
/// never reaches further than from the links that are sure to all that are likely.
final class Spread {

  /// Where the line is drawn: at as many places of equal probability, then at "sure" and "likely".
  static final int PLACES = 20;

  private static final double BITS = 2.5;
  private static final double DEVIATIONS = 2;

  private static final double[] LINES = lines();
  private static final int[] BY_WEIGHT = byWeight();

  private Spread() {}

  /// The probabilities at which people are counted.
  static double[] lines() {
    var lines = new double[PLACES + 2];
    for (int place = 0; place < PLACES; place++) {
      lines[place] = (place + 0.5) / PLACES;
    }
    lines[PLACES] = Thresholds.SURE_MATCH_PROBABILITY;
    lines[PLACES + 1] = Thresholds.LIKELY_MATCH_PROBABILITY;
    return lines;
  }

  /// @param counts at each of the lines
  static Range range(long[] counts, long exactJoin) {
    double expected = expected(counts, 0);
    double lighter = expected(counts, -BITS);
    double heavier = expected(counts, BITS);
    double chance = DEVIATIONS * Math.sqrt(variance(counts));
    long least = Arrays.stream(counts).min().orElse(0);
    long most = Arrays.stream(counts).max().orElse(0);
    return new Range(
        Math.round(expected * 10) / 10.0,
        Math.max(least, (long) Math.floor(min(expected, lighter, heavier) - chance)),
        Math.min(most, (long) Math.ceil(max(expected, lighter, heavier) + chance)),
        exactJoin);
  }

  /// A number need not grow or shrink all the way: people on one list alone may first become more,
  /// and then fewer.
  private static double min(double expected, double lighter, double heavier) {
    return Math.min(expected, Math.min(lighter, heavier));
  }

  private static double max(double expected, double lighter, double heavier) {
    return Math.max(expected, Math.max(lighter, heavier));
  }

  /// The mean over the places, if every link weighed so many bits more.
  private static double expected(long[] counts, double more) {
    double sum = 0;
    for (int place = 0; place < PLACES; place++) {
      sum += at(counts, Thresholds.weight(LINES[place]) - more);
    }
    return sum / PLACES;
  }

  /// Between two lines the number changes evenly with the weight.
  private static double at(long[] counts, double weight) {
    int last = BY_WEIGHT[0];
    for (int line : BY_WEIGHT) {
      double here = Thresholds.weight(LINES[line]);
      if (weight <= here) {
        double before = Thresholds.weight(LINES[last]);
        double part = line == last ? 0 : Math.max(0, weight - before) / (here - before);
        return counts[last] + part * (counts[line] - counts[last]);
      }
      last = line;
    }
    return counts[last];
  }

  /// Each link is right or not by itself.
  private static double variance(long[] counts) {
    double variance = 0;
    for (int i = 1; i < BY_WEIGHT.length; i++) {
      double p = (LINES[BY_WEIGHT[i - 1]] + LINES[BY_WEIGHT[i]]) / 2;
      variance += Math.abs(counts[BY_WEIGHT[i]] - counts[BY_WEIGHT[i - 1]]) * p * (1 - p);
    }
    return variance;
  }

  private static int[] byWeight() {
    var order = new int[PLACES + 2];
    order[0] = PLACES + 1;
    for (int place = 0; place < PLACES; place++) {
      order[place + 1] = place;
    }
    order[PLACES + 1] = PLACES;
    return order;
  }
}
