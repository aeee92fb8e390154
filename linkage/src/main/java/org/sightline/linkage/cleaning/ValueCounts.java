package org.sightline.linkage.cleaning;

import org.sightline.linkage.Workers;

/// How often each value of each field stands in the lists, counted once for all who ask.
///
/// @param counts for each field and each number of a value
public record ValueCounts(int[][] counts) {

  public static ValueCounts of(Records records, Workers workers) {
    var counts = new int[records.width()][];
    workers.run(counts.length, field -> counts[field] = records.counts(field));
    return new ValueCounts(counts);
  }

  /// @param field its place in a row
  public int[] of(int field) {
    return counts[field];
  }
}
