package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Zones whose hues lie together, most likely by one pencil.
///
/// @param line where their hues lie
/// @param width how unsure that is, in degrees
/// @param unsure how unsure each of them is, in degrees, on average
/// @param varies how far one lies from the line, in degrees
/// @param count how many there are
/// @param clear how clearly they were two heaps before, or 0
/// @param from the hue from which and
/// @param to to which they lie, in degrees from blue, but for one at either end
record HueGroup(
    HueLine line,
    double width,
    double unsure,
    double varies,
    int count,
    double clear,
    double from,
    double to) {

  /// More groups than this are a muddle that says nothing.
  static final int MOST = 6;

  private static final double GAP = 7;

  /// In degrees, in uneven light: two pencils are at least so far apart.
  private static final double APART = 7;

  private static final double LEAST_APART = 4;

  private static final int LEAST = 4;

  /// @param trust see [Hues]
  static List<HueGroup> of(List<Shade> shades, double trust) {
    var sorted =
        shades.stream()
            .map(shade -> new Shade(fromBlue(shade.hue()), shade.width(), shade.depth()))
            .sorted(Comparator.comparingDouble(Shade::hue))
            .toList();
    var groups = new ArrayList<HueGroup>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size()
          || sorted.get(i).hue() - sorted.get(i - 1).hue()
              > GAP + Math.hypot(sorted.get(i).width(), sorted.get(i - 1).width())) {
        addSplit(sorted.subList(from, i), 0, trust, groups);
        from = i;
      }
    }
    groups.sort(Comparator.comparingDouble(group -> fromBlue(group.hue())));
    return groups;
  }

  /// In degrees, in the middle of them.
  double hue() {
    return line.at(line.depth());
  }

  /// Whether they lie from one hue to another without a gap.
  ///
  /// @param slack how unsure the two hues are, in degrees
  boolean reaches(double one, double other, double slack) {
    double low = Math.min(fromBlue(one), fromBlue(other));
    double high = Math.max(fromBlue(one), fromBlue(other));
    return from <= low + slack && to >= high - slack;
  }

  /// Two pencils may lie so near one another that there is no gap: then their hues are two heaps.
  private static void addSplit(
      List<Shade> shades, double clear, double trust, List<HueGroup> groups) {
    var heaps = shades.size() < LEAST ? null : TwoHeaps.in(shades);
    if (heaps == null || heaps.apart() < Math.max(LEAST_APART, APART * trust)) {
      groups.add(together(shades, clear));
    } else {
      addSplit(heaps.low(), Math.max(clear, heaps.clear()), trust, groups);
      addSplit(heaps.high(), Math.max(clear, heaps.clear()), trust, groups);
    }
  }

  private static HueGroup together(List<Shade> shades, double clear) {
    var line = HueLine.through(shades, shades.size() >= TwoHeaps.LEAST_FOR_A_SLOPE);
    double width = shades.stream().mapToDouble(Shade::width).average().orElse(0);
    double[] hues = shades.stream().mapToDouble(Shade::hue).sorted().toArray();
    int end = hues.length > 2 ? 1 : 0;
    return new HueGroup(
        line.turned(250),
        Math.hypot(width, 5 / Math.sqrt(shades.size())),
        width,
        Math.sqrt(line.squares(shades) / shades.size()),
        shades.size(),
        clear,
        hues[end],
        hues[hues.length - 1 - end]);
  }

  /// Degrees from blue, where none of the three pencils lies and the circle can be cut.
  private static double fromBlue(double hue) {
    return (hue + 470) % 360;
  }
}
