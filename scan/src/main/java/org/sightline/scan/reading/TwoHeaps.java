package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hues that lie on two lines, each of one pencil, which come near one another where it was laid on
/// lightly.
///
/// @param apart how many degrees are between the two, on average
/// @param clear how many times as far the hues lie from one line as from two
record TwoHeaps(List<Shade> low, List<Shade> high, double apart, double clear) {

  /// As few zones lie on two lines by chance.
  static final int LEAST_FOR_A_SLOPE = 8;

  /// Cutting one even heap in two gives 2.
  private static final double CLEARLY = 2.05;

  private static final double CLEARLY_WITH_SLOPES = 2.3;

  /// In degrees: hues of one pencil are never thought to vary less than this.
  private static final double ALWAYS_VARIES = 0.7;

  /// Along which the heaps may be cut at first, in degrees by depth.
  private static final double[] SLOPES = {0, -14, 14};

  private static final int MOST_CUTS = 24;
  private static final int ROUNDS = 12;

  /// @param shades sorted by hue
  static @Nullable TwoHeaps in(List<Shade> shades) {
    boolean mayTurn = shades.size() >= LEAST_FOR_A_SLOPE;
    double one = Math.sqrt(HueLine.through(shades, mayTurn).squares(shades) / shades.size());
    TwoHeaps best = null;
    for (double slope : mayTurn ? SLOPES : new double[] {0}) {
      var sorted =
          shades.stream()
              .sorted(Comparator.comparingDouble(shade -> shade.hue() - slope * shade.depth()))
              .toList();
      int step = Math.max(1, sorted.size() / MOST_CUTS);
      for (int cut = 2; cut <= sorted.size() - 2; cut += step) {
        var heaps =
            settled(sorted.subList(0, cut), sorted.subList(cut, sorted.size()), one, mayTurn);
        if (heaps != null && (best == null || heaps.clear > best.clear)) {
          best = heaps;
        }
      }
    }
    double enough = mayTurn ? CLEARLY_WITH_SLOPES : CLEARLY;
    return best == null || best.clear < enough ? null : best;
  }

  /// Gives each zone to the nearer line and draws the lines again, until nothing changes.
  private static @Nullable TwoHeaps settled(
      List<Shade> first, List<Shade> second, double one, boolean mayTurn) {
    var low = first;
    var high = second;
    for (int round = 0; round < ROUNDS; round++) {
      var below = HueLine.through(low, mayTurn && low.size() > 3);
      var above = HueLine.through(high, mayTurn && high.size() > 3);
      var nearBelow = new ArrayList<Shade>();
      var nearAbove = new ArrayList<Shade>();
      for (var heap : List.of(low, high)) {
        for (var shade : heap) {
          boolean isLow = Math.abs(below.off(shade)) < Math.abs(above.off(shade));
          (isLow ? nearBelow : nearAbove).add(shade);
        }
      }
      if (nearBelow.size() < 2 || nearAbove.size() < 2) {
        return null;
      }
      boolean same = nearBelow.size() == low.size() && nearBelow.containsAll(low);
      low = nearBelow;
      high = nearAbove;
      if (same) {
        break;
      }
    }
    var below = HueLine.through(low, mayTurn && low.size() > 3);
    var above = HueLine.through(high, mayTurn && high.size() > 3);
    double within =
        Math.sqrt((below.squares(low) + above.squares(high)) / (low.size() + high.size()));
    double apart = 0;
    for (var heap : List.of(low, high)) {
      for (var shade : heap) {
        apart += above.at(shade.depth()) - below.at(shade.depth());
      }
    }
    apart /= low.size() + high.size();
    return apart < 0
        ? new TwoHeaps(high, low, -apart, one / Math.max(ALWAYS_VARIES, within))
        : new TwoHeaps(low, high, apart, one / Math.max(ALWAYS_VARIES, within));
  }
}
