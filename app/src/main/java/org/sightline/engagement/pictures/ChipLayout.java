package org.sightline.engagement.pictures;

import java.util.ArrayList;
import java.util.List;

/// Finds places for the small boxes that stand on zones, so that they do not cover one another.
///
/// In the order given: try the place wanted, then places around it, nearest first; take the first
// that is
/// free, or else the one that covers least. Always the same for the same input.
final class ChipLayout {

  private static final double[] STEPS = {0, 0.55, -0.55, 1.08, -1.08, 1.7, -1.7};

  private final Box room;
  private final List<Box> taken = new ArrayList<>();

  ChipLayout(Box room) {
    this.room = room;
  }

  Box place(Box wanted) {
    var best = wanted.inside(room);
    double least = covered(best);
    for (var candidate : around(wanted)) {
      if (least == 0) {
        break;
      }
      double covers = covered(candidate);
      if (covers < least) {
        best = candidate;
        least = covers;
      }
    }
    taken.add(best);
    return best;
  }

  private List<Box> around(Box wanted) {
    var candidates = new ArrayList<Box>();
    for (double down : STEPS) {
      for (double right : STEPS) {
        candidates.add(wanted.moved(right * wanted.width(), down * wanted.height()).inside(room));
      }
    }
    candidates.sort((one, other) -> Double.compare(distance(one, wanted), distance(other, wanted)));
    return candidates;
  }

  private static double distance(Box one, Box other) {
    return Math.hypot(one.middleX() - other.middleX(), one.middleY() - other.middleY());
  }

  private double covered(Box box) {
    return taken.stream().mapToDouble(box::overlap).sum();
  }
}
