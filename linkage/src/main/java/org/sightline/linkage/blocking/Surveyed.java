package org.sightline.linkage.blocking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What must be known about all shares to compare pairs in one of them.
///
/// @param every for each rule which share of its whole blocks m is learned from: one in so many
/// @param places for each rule the rows in large blocks, in ascending order, with their places
public record Surveyed(long[] every, long[][] places, long largeBlocks) implements Serializable {

  public static Surveyed nothing() {
    return new Surveyed(new long[0], new long[0][], 0);
  }

  /// @param about how many pairs to learn from for each rule
  public static Surveyed of(int rules, List<Survey> surveys, long about) {
    var every = new long[rules];
    var places = new long[rules][];
    for (int rule = 0; rule < rules; rule++) {
      int r = rule;
      var of = surveys.stream().filter(s -> s.rule() == r).toList();
      every[rule] = Candidates.every(of.stream().mapToLong(Survey::pairs).sum(), about);
      places[rule] = of.stream().flatMapToLong(s -> Arrays.stream(s.places())).sorted().toArray();
    }
    return new Surveyed(every, places, surveys.stream().mapToLong(Survey::largeBlocks).sum());
  }

  /// Rows in at least one large block.
  public long rowsInLargeBlocks() {
    var in = new BitSet();
    for (long[] ofRule : places) {
      for (long place : ofRule) {
        in.set((int) (place >>> 32));
      }
    }
    return in.cardinality();
  }

  long every(int rule) {
    return every[rule];
  }

  /// For each rule and each of some rows the place in a large block, or 0; empty where a rule has
  /// no large block.
  int[][] placesOf(int[] rows, int rules) {
    var of = new int[rules][0];
    for (int rule = 0; rule < places.length; rule++) {
      if (places[rule].length > 0) {
        of[rule] = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
          of[rule][i] = placeOf(rows[i], places[rule]);
        }
      }
    }
    return of;
  }

  private static int placeOf(int row, long[] places) {
    int at = -Arrays.binarySearch(places, (long) row << 32) - 1;
    return at < places.length && places[at] >>> 32 == row ? (int) places[at] : 0;
  }
}
