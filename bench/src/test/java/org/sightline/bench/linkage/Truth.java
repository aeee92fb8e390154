package org.sightline.bench.linkage;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Pairwise precision and recall of groups of records against the truth.
record Truth(int[] personOf) {

  double f1(int[] groupOf) {
    double precision = precision(groupOf);
    double recall = recall(groupOf);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /// How many of the pairs that were joined are one person.
  double precision(int[] groupOf) {
    return (double) both(groupOf) / Math.max(1, pairs(row -> groupOf[row]));
  }

  /// How many of the pairs that are one person were joined.
  double recall(int[] groupOf) {
    return (double) both(groupOf) / Math.max(1, pairs(row -> personOf[row]));
  }

  private long both(int[] groupOf) {
    return pairs(row -> (long) personOf[row] << 32 | groupOf[row]);
  }

  /// How many pairs of rows are of one group. Numbers and no objects, so that five million rows
  /// leave the memory to the engine.
  private long pairs(IntToLongFunction group) {
    var groups = new long[personOf.length];
    Arrays.setAll(groups, group);
    Arrays.sort(groups);
    long pairs = 0;
    for (int from = 0; from < groups.length; ) {
      int to = from;
      while (to < groups.length && groups[to] == groups[from]) {
        to++;
      }
      pairs += (long) (to - from) * (to - from - 1) / 2;
      from = to;
    }
    return pairs;
  }
}
