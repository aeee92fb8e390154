package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whether bands by group, laid beside a zone's total, still leave open how many in each group
/// answered hot and how many green.
///
/// The widest reading of a total row has the most readings of the groups, so it is enough to find,
/// for some possible total, two answers for every group: each group's hot and green counts must
/// both be able to move.
///
/// @param row the same zone in the outward table of the same maps
record BandRoom(OutwardRow row, SmallNumbers small) {

  private record Marks(int hot, int green) {}

  boolean leavesRoom(Collection<Band> bands) {
    if (!(row.shown() instanceof Shown.Counts counts)) {
      return true;
    }
    var totals =
        Possibilities.of(counts, row.maps(), small).tallies().stream()
            .map(each -> new Marks(each.red() + each.yellow(), each.green()))
            .distinct()
            .toList();
    return totals.stream().anyMatch(total -> leavesRoom(total, List.copyOf(bands)));
  }

  /// One mark of either kind must be able to change hands between every group and another.
  private boolean leavesRoom(Marks total, List<Band> bands) {
    var least = new ArrayList<Marks>();
    for (var band : bands) {
      least.add(least(band));
    }
    int hot = total.hot() - least.stream().mapToInt(Marks::hot).sum();
    int green = total.green() - least.stream().mapToInt(Marks::green).sum();
    return bands.size() > 1 && hot > small.k() && green > small.k();
  }

  /// A small group with this band.
  private Marks least(Band band) {
    int most = 2 * small.k() / 3 + 1;
    return switch (band) {
      case HOT -> new Marks(most, 0);
      case COOL -> new Marks(0, most);
      case MIXED -> new Marks((small.k() + 2) / 3, (small.k() + 2) / 3);
    };
  }
}
