package org.sightline.bench.linkage;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Pairwise precision and recall of groups of records against the truth.
record Truth(int[] personOf) {

  double f1(int[] groupOf) {
    long ours = pairs(row -> groupOf[row]);
    long theirs = pairs(row -> personOf[row]);
    long both = pairs(row -> (long) personOf[row] << 32 | groupOf[row]);
    return 2.0 * both / (ours + theirs);
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
