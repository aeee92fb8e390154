package org.sightline.bench.linkage;

import java.util.HashMap;
import java.util.Map;

/// Pairwise precision and recall of groups of records against the truth.
record Truth(int[] personOf) {

  double f1(int[] groupOf) {
    var ours = new HashMap<Long, Integer>();
    var theirs = new HashMap<Long, Integer>();
    var both = new HashMap<Long, Integer>();
    for (int row = 0; row < personOf.length; row++) {
      ours.merge((long) groupOf[row], 1, Integer::sum);
      theirs.merge((long) personOf[row], 1, Integer::sum);
      both.merge((long) personOf[row] << 32 | groupOf[row], 1, Integer::sum);
    }
    return 2.0 * pairs(both) / (pairs(ours) + pairs(theirs));
  }

  private static long pairs(Map<Long, Integer> sizes) {
    return sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
  }
}
