package org.sightline.engagement.results;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /// One of the two rows.
  ///
  /// @param shown `null` where no numbers were shown of so many maps, and only the plan spoke;
  ///     never
  ///     in the second
  /// @param red what the plan says of the zone at that time
  record Side(@Nullable Shown shown, int maps, PlanSays.Red red) {

    private List<Tally> possible(SmallNumbers small) {
      return Possibilities.of(Objects.requireNonNull(shown), maps, small).tallies().stream()
          .filter(each -> red.allows(each.red()))
          .toList();
    }

    /// Whether there are so many possibilities that only those near the other side are gone
    /// through.
    private boolean isWide() {
      return shown == null || shown instanceof Shown.Banded;
    }

    private boolean allows(Tally tally, SmallNumbers small) {
      return red.allows(tally.red())
          && (!(shown instanceof Shown.Banded banded) || Band.of(tally, small) == banded.band());
    }
  }

  boolean isSafe(Side first, Side second) {
    var certain = new Certainty(small);
    for (var after : second.possible(small)) {
      if (first.isWide()) {
        tryWide(certain, first, after);
      } else {
        for (var before : first.possible(small)) {
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

  /// Everything the first could have stood for within reach of `after`, or points spread over it
  /// when that is too much.
  private void tryWide(Certainty certain, Side first, Tally after) {
    int maps = first.maps();
    var reds = reach(after.red(), maps);
    var yellows = reach(after.yellow(), maps);
    var greens = reach(after.green(), maps);
    boolean all = (long) reds.count() * yellows.count() * greens.count() <= TRIED;
    for (int red : reds.values(all)) {
      for (int yellow : yellows.values(all)) {
        for (int green : greens.values(all)) {
          if (red + yellow + green <= maps) {
            var before = new Tally(red, yellow, green, maps);
            if (first.allows(before, small)) {
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
