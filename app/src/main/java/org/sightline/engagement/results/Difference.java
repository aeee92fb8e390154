package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Whether two published rows of one zone, laid side by side, would give away a small number: in
/// the first, in the second, or among the maps that came or went between them. It goes through
/// everything the two rows could stand for; what is certain in all of it is given away. Sums of
/// cells count as well as cells.
///
/// @param added maps in the second that the first did not hold, as a reader may know from closings
/// @param gone maps in the first that the second does not hold
record Difference(int added, int gone, SmallNumbers small) {

  private static final int CELLS = 4;

  /// Every choice of cells but none and all; all of them are the public number of maps.
  private static final int CHOICES = (1 << CELLS) - 1;

  boolean isSafe(Shown first, int firstMaps, Shown second, int secondMaps) {
    var befores = new ArrayList<int[]>();
    var afters = new ArrayList<int[]>();
    for (var before : Possibilities.of(first, firstMaps, small).tallies()) {
      for (var after : Possibilities.of(second, secondMaps, small).tallies()) {
        if (possible(Suppression.cells(before), Suppression.cells(after))) {
          befores.add(Suppression.cells(before));
          afters.add(Suppression.cells(after));
        }
      }
    }
    return !befores.isEmpty() && givesNothingAway(befores, afters);
  }

  private boolean possible(int[] before, int[] after) {
    int more = 0;
    int less = 0;
    for (int at = 0; at < CELLS; at++) {
      more += Math.max(0, after[at] - before[at]);
      less += Math.max(0, before[at] - after[at]);
    }
    return more <= added && less <= gone;
  }

  private boolean givesNothingAway(List<int[]> befores, List<int[]> afters) {
    for (int choice = 1; choice < CHOICES; choice++) {
      var sumsBefore = new BitSet();
      var sumsAfter = new BitSet();
      var up = new BitSet();
      var down = new BitSet();
      for (int at = 0; at < befores.size(); at++) {
        int before = sum(befores.get(at), choice);
        int after = sum(afters.get(at), choice);
        sumsBefore.set(before);
        sumsAfter.set(after);
        (after >= before ? up : down).set(Math.abs(after - before));
      }
      boolean onlyOneWay = up.isEmpty() || down.isEmpty();
      up.or(down);
      if (small(sumsBefore) || small(sumsAfter) || (onlyOneWay && small(up))) {
        return false;
      }
    }
    return true;
  }

  private boolean small(BitSet values) {
    int only = values.nextSetBit(0);
    return values.cardinality() == 1 && only >= 1 && only < small.k();
  }

  private static int sum(int[] cells, int choice) {
    int sum = 0;
    for (int at = 0; at < CELLS; at++) {
      sum += (choice >> at & 1) * cells[at];
    }
    return sum;
  }
}
