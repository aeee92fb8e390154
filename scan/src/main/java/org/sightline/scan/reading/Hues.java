package org.sightline.scan.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.scan.Level;

/// Which hue a child's red, yellow and green have on this sheet.
///
/// 1. Before anything is seen, each has a usual hue and a width: reds and greens vary much, yellow
///    little.
/// 2. A filled key box says it nearly exactly, unless it cannot be true: see [KeyBoxes].
/// 3. Zones that clearly belong to one pencil sharpen it: a child has one of each.
///
/// What is judged then is how likely each pencil would give this hue, beside the chance that it was
/// none of them.
final class Hues {

  /// Middle and width in degrees of what children's red, yellow and green pencils, crayons and pens
  /// give.
  static final double[][] USUAL = {{153, 14}, {100, 8}, {38, 22}};

  private static final double OF_KEY = 4;
  private static final double OF_ZONE = 6;
  private static final double ONE_PENCIL_VARIES = 7;
  private static final double NEARLY_SURE = 0.96;

  /// How likely it is that two heaps of hues are one pencil after all.
  private static final double ONE_PENCIL = 0.12;

  /// As many zones as what is usual counts for beside those that were seen.
  private static final double USUAL_COUNTS = 2.5;
  private static final double NEVER_SHARPER_THAN = 2;

  /// For each degree: any hue may turn up by a pencil that is none of the three.
  private static final double NONE_OF_THEM = 0.0002;

  private final double[][] pencils = new double[3][];
  private final double[][] start = new double[3][];
  private final boolean[] hasKey = new boolean[3];
  private final Set<Level> unreadable;

  /// How far a zone lies from its pencil, in degrees, as far as this sheet shows it.
  private final double[] varies = {OF_ZONE, OF_ZONE, OF_ZONE};

  /// How much of what makes a hue unsure is in that already, in degrees.
  private final double[] counted = new double[3];

  /// @param keys the hue of each key box that was filled
  Hues(Map<Level, Double> keys) {
    unreadable = KeyBoxes.unreadable(keys);
    for (int i = 0; i < 3; i++) {
      double[] usual = USUAL[i];
      var level = Level.COLOURS.get(i);
      var key = unreadable.contains(level) ? null : keys.get(level);
      start[i] = key == null ? usual.clone() : merged(usual[0], usual[1], key, OF_KEY);
      pencils[i] = start[i];
      hasKey[i] = key != null;
    }
  }

  /// How many degrees are between two hues, by the shorter way.
  static double between(double one, double other) {
    double apart = Math.abs(one - other) % 360;
    return apart > 180 ? 360 - apart : apart;
  }

  boolean hasKey(Level level) {
    return hasKey[level.ordinal()];
  }

  /// Whether the key box was filled and cannot be meant.
  boolean isUnreadable(Level level) {
    return unreadable.contains(level);
  }

  /// Learns from the zones of the sheet.
  ///
  /// Hues that lie together are one pencil. Every way of giving each such group a pencil is
  /// weighed: how usual the hue is for it, and that a child has one pencil of each and not two. A
  /// group whose pencil is nearly sure sharpens it.
  ///
  /// @param hues and
  /// @param widths how unsure each is
  void learn(double[] hues, double[] widths) {
    var groups = HueGroup.of(hues, widths);
    if (groups.isEmpty() || groups.size() > HueGroup.MOST) {
      return;
    }
    var weights = new double[groups.size()][3];
    weigh(groups, new int[groups.size()], 0, weights);
    for (int i = 0; i < groups.size(); i++) {
      double sum = weights[i][0] + weights[i][1] + weights[i][2];
      for (int k = 0; k < 3; k++) {
        if (weights[i][k] > NEARLY_SURE * sum) {
          double[] now = pencils[k];
          var group = groups.get(i);
          pencils[k] = merged(now[0], now[1], group.hue(), group.width());
          varies[k] =
              Math.sqrt(
                  (group.count() * group.varies() * group.varies()
                          + USUAL_COUNTS * OF_ZONE * OF_ZONE)
                      / (group.count() + USUAL_COUNTS));
          counted[k] = group.unsure() * Math.sqrt(group.count() / (group.count() + USUAL_COUNTS));
        }
      }
    }
  }

  private void weigh(List<HueGroup> groups, int[] pencilOf, int next, double[][] weights) {
    if (next < groups.size()) {
      // From green over yellow to red, as the groups lie: no green is redder than the yellow.
      int most = next == 0 ? 2 : pencilOf[next - 1];
      for (pencilOf[next] = 0; pencilOf[next] <= most; pencilOf[next]++) {
        weigh(groups, pencilOf, next + 1, weights);
      }
      return;
    }
    double weight = 1;
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      double[] pencil = start[pencilOf[i]];
      double by = Math.hypot(pencil[1], OF_ZONE);
      double off = between(group.hue(), pencil[0]) / by;
      weight *= Math.exp(-off * off / 2) / by + NONE_OF_THEM;
      for (int j = 0; j < i; j++) {
        if (pencilOf[i] == pencilOf[j]) {
          double apart = between(group.hue(), groups.get(j).hue()) / ONE_PENCIL_VARIES;
          weight *= Math.exp(-apart * apart / 2) * ONE_PENCIL;
        }
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      weights[i][pencilOf[i]] += weight;
    }
  }

  /// How likely each of red, yellow and green is, and as the fourth none of them.
  double[] chances(double hue, double width) {
    var chances = new double[4];
    double sum = NONE_OF_THEM;
    for (var level : Level.COLOURS) {
      double[] pencil = pencils[level.ordinal()];
      double of = varies[level.ordinal()];
      double beyond = width * width - counted[level.ordinal()] * counted[level.ordinal()];
      double by = Math.sqrt(pencil[1] * pencil[1] + of * of + Math.max(0, beyond));
      double off = between(hue, pencil[0]) / by;
      chances[level.ordinal()] = Math.exp(-off * off / 2) / by * 0.4;
      sum += chances[level.ordinal()];
    }
    chances[3] = NONE_OF_THEM;
    for (int i = 0; i < 4; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  private static double[] merged(double one, double oneWidth, double other, double otherWidth) {
    double a = 1 / (oneWidth * oneWidth);
    double b = 1 / (otherWidth * otherWidth);
    double way = other - one;
    way -= 360 * Math.round(way / 360);
    return new double[] {
      one + way * b / (a + b), Math.max(NEVER_SHARPER_THAN, Math.sqrt(1 / (a + b)))
    };
  }
}
