package org.sightline.engagement.pictures;

import java.util.ArrayList;
import java.util.List;

/// Finds places for the small boxes that stand on zones, so that they cover neither one another nor
/// other zones: numbers that stand on the next place would be read as that place's.
///
/// In the order given: try the place wanted, then places around it, nearest first; take the first
/// that is free, or else the one that covers least. Always the same for the same input.
final class ChipLayout {

  /// How far apart the places tried are, in widths and heights; two steps clear a box of the same
  /// size.
  private static final double STEP = 0.52;

  private static final int STEPS = 6;

  /// How much worse it is to cover another box than to cover another zone.
  private static final int BOX = 8;

  private final Box room;
  private final List<Box> zones;
  private final List<Box> taken = new ArrayList<>();

  ChipLayout(Box room) {
    this(room, List.of());
  }

  /// @param zones the boxes around all zones
  ChipLayout(Box room, List<Box> zones) {
    this.room = room;
    this.zones = List.copyOf(zones);
  }

  Box place(Box wanted) {
    return place(wanted, wanted);
  }

  /// @param own the box around the zone the box belongs to
  Box place(Box wanted, Box own) {
    var best = wanted.inside(room);
    double least = covered(best, own);
    for (var candidate : around(wanted)) {
      if (least == 0) {
        break;
      }
      double covers = covered(candidate, own);
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
    for (int down = -STEPS; down <= STEPS; down++) {
      for (int right = -STEPS; right <= STEPS; right++) {
        var moved = wanted.moved(right * STEP * wanted.width(), down * STEP * wanted.height());
        candidates.add(moved.inside(room));
      }
    }
    candidates.sort((one, other) -> Double.compare(distance(one, wanted), distance(other, wanted)));
    return candidates;
  }

  private static double distance(Box one, Box other) {
    return Math.hypot(one.middleX() - other.middleX(), one.middleY() - other.middleY());
  }

  private double covered(Box box, Box own) {
    double boxes = taken.stream().mapToDouble(box::overlap).sum();
    double others =
        zones.stream().filter(zone -> !zone.equals(own)).mapToDouble(box::overlap).sum();
    return BOX * boxes + others;
  }
}
