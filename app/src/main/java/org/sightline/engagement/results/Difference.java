package org.sightline.engagement.results;

/// Whether two published rows of one zone, laid side by side, would give away a small number: in
/// the first, in the second, or among the maps that came or went between them. It goes through what
/// the two rows could stand for; what is certain in all of it is given away. Sums of cells count as
/// well as cells.
///
/// More possibilities only ever make less certain, so it stops as soon as nothing is certain. A
/// band over hundreds of maps has more possibilities than can be tried: when a wide choice of them
/// does not settle it, the answer is no.
///
/// @param added maps in the second that the first did not hold, as a reader may know from closings
/// @param gone maps in the first that the second does not hold
record Difference(int added, int gone, SmallNumbers small) {

  private static final long TRIED = 400_000;

  boolean isSafe(Shown first, int firstMaps, Shown second, int secondMaps) {
    var certain = new Certainty(small);
    for (var after : Possibilities.of(second, secondMaps, small).tallies()) {
      if (first instanceof Shown.Banded banded) {
        tryBand(certain, banded.band(), firstMaps, after);
      } else {
        for (var before : Possibilities.of(first, firstMaps, small).tallies()) {
          tryPair(certain, before, after);
        }
      }
      if (certain.isNothingSmall()) {
        return true;
      }
    }
    return certain.isNothingSmall();
  }

  private void tryPair(Certainty certain, Tally before, Tally after) {
    var from = Suppression.cells(before);
    var to = Suppression.cells(after);
    int more = 0;
    int less = 0;
    for (int at = 0; at < from.length; at++) {
      more += Math.max(0, to[at] - from[at]);
      less += Math.max(0, from[at] - to[at]);
    }
    if (more <= added && less <= gone) {
      certain.also(from, to);
    }
  }

  /// Everything the band could have stood for within reach of `after`, or points spread over it
  /// when that is too much.
  private void tryBand(Certainty certain, Band band, int maps, Tally after) {
    var reds = reach(after.red(), maps);
    var yellows = reach(after.yellow(), maps);
    var greens = reach(after.green(), maps);
    boolean all = (long) reds.count() * yellows.count() * greens.count() <= TRIED;
    for (int red : reds.values(all)) {
      for (int yellow : yellows.values(all)) {
        for (int green : greens.values(all)) {
          if (red + yellow + green <= maps) {
            var before = new Tally(red, yellow, green, maps);
            if (Band.of(before, small) == band) {
              tryPair(certain, before, after);
            }
          }
        }
      }
    }
  }

  private Reach reach(int after, int maps) {
    return new Reach(Math.max(0, after - added), Math.min(maps, after + gone));
  }
}
