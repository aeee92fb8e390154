package org.sightline.scan.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /// From here on two heaps are two pencils all the more.
  private static final double CLEARLY = 2.3;

  /// As many zones as what is usual counts for beside those that were seen.
  private static final double USUAL_COUNTS = 2.5;
  private static final double NEVER_SHARPER_THAN = 2;

  /// In widths: hues farther than this from every pencil are of none, or of two at once.
  private static final double FITS = 3;

  private static final double FAR_OFF = 0.02;
  private static final double FAR = 4;

  /// For each degree: any hue may turn up by a pencil that is none of the three.
  private static final double NONE_OF_THEM = 0.0002;

  private final double[][] pencils = new double[3][];
  private final double[][] start = new double[3][];
  private final boolean[] hasKey = new boolean[3];
  private final Set<Level> unreadable;

  /// How far a zone lies from its pencil, in degrees, as far as this sheet shows it.
  private final double[] varies = new double[3];

  /// How much of what makes a hue unsure is in that already, in degrees.
  private final double[] counted = new double[3];

  private final double[] depthOfKey = new double[3];
  private final @Nullable HueLine[] lines = new HueLine[3];
  private final double trust;

  /// @param keys the colour of each key box that was filled
  /// @param trust how far hues of one pencil lie apart on this page beside what they do in bad
  ///     light: 1 there, less where the light is even
  Hues(Map<Level, Shade> keys, double trust) {
    this.trust = trust;
    unreadable = KeyBoxes.unreadable(keys);
    for (int i = 0; i < 3; i++) {
      double[] usual = USUAL[i];
      var level = Level.COLOURS.get(i);
      var key = unreadable.contains(level) ? null : keys.get(level);
      start[i] =
          key == null ? usual.clone() : merged(usual[0], usual[1], key.hue(), OF_KEY * trust);
      pencils[i] = start[i];
      hasKey[i] = key != null;
      depthOfKey[i] = key == null ? Double.NaN : key.depth();
      varies[i] = OF_ZONE * trust;
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
  /// @param shades of the zones whose colour is clear
  void learn(List<Shade> shades) {
    var groups = HueGroup.of(shades, trust).stream().filter(this::isOfOnePencil).toList();
    if (groups.isEmpty() || groups.size() > HueGroup.MOST) {
      return;
    }
    var weights = new double[groups.size()][3];
    weigh(groups, new int[groups.size()], 0, weights);
    for (int i = 0; i < groups.size(); i++) {
      double sum = weights[i][0] + weights[i][1] + weights[i][2];
      for (int k = 0; k < 3; k++) {
        if (weights[i][k] > NEARLY_SURE * sum && off(groups.get(i), k) < FITS) {
          sharpen(k, groups.get(i));
        }
      }
    }
  }

  /// Places in two colours may lie in between and close the gap between two pencils. Where two key
  /// boxes say which colours those are, what reaches from one to the other teaches nothing: the
  /// boxes alone count.
  private boolean isOfOnePencil(HueGroup group) {
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < i; k++) {
        if (hasKey[i]
            && hasKey[k]
            && group.reaches(start[i][0], start[k][0], Math.max(start[i][1], start[k][1]))) {
          return false;
        }
      }
    }
    return true;
  }

  /// How far a group lies from where a pencil is thought to be, in widths.
  private double off(HueGroup group, int pencil) {
    double depth = depthOfKey[pencil];
    double hue = Double.isNaN(depth) ? group.hue() : group.line().at(depth);
    return between(hue, start[pencil][0]) / widthOf(pencil);
  }

  private double widthOf(int pencil) {
    return Math.hypot(start[pencil][1], OF_ZONE * trust);
  }

  private void sharpen(int pencil, HueGroup group) {
    double[] now = pencils[pencil];
    double known = Math.hypot(group.unsure(), 5 * trust / Math.sqrt(group.count()));
    pencils[pencil] = merged(now[0], now[1], group.hue(), known);
    double usual = OF_ZONE * trust;
    varies[pencil] =
        Math.sqrt(
            (group.count() * group.varies() * group.varies() + USUAL_COUNTS * usual * usual)
                / (group.count() + USUAL_COUNTS));
    counted[pencil] = group.unsure() * Math.sqrt(group.count() / (group.count() + USUAL_COUNTS));
    lines[pencil] = group.line();
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
      double off = off(group, pencilOf[i]);
      weight *= Math.exp(-off * off / 2) / widthOf(pencilOf[i]) + NONE_OF_THEM;
      for (int j = 0; j < i; j++) {
        if (pencilOf[i] == pencilOf[j]) {
          double apart = between(group.hue(), groups.get(j).hue()) / ONE_PENCIL_VARIES;
          double clear = Math.max(CLEARLY, Math.min(group.clear(), groups.get(j).clear()));
          weight *= Math.exp(-apart * apart / 2) * ONE_PENCIL * Math.pow(CLEARLY / clear, 3);
        }
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      weights[i][pencilOf[i]] += weight;
    }
  }

  /// How likely each of red, yellow and green is, and as the fourth none of them.
  double[] chances(Shade shade) {
    var chances = new double[4];
    double sum = NONE_OF_THEM;
    for (var level : Level.COLOURS) {
      double[] pencil = pencils[level.ordinal()];
      double of = varies[level.ordinal()];
      double beyond =
          shade.width() * shade.width() - counted[level.ordinal()] * counted[level.ordinal()];
      double by = Math.sqrt(pencil[1] * pencil[1] + of * of + Math.max(0, beyond));
      var line = lines[level.ordinal()];
      double turned = line == null ? 0 : line.at(shade.depth()) - line.hue();
      double off = between(shade.hue() - turned, pencil[0]) / by;
      chances[level.ordinal()] = likelihood(off) / by * 0.4;
      sum += chances[level.ordinal()];
    }
    chances[3] = NONE_OF_THEM;
    for (int i = 0; i < 4; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  /// Now and then a place lies far off its pencil: laid on twice, or over another.
  private static double likelihood(double off) {
    return (1 - FAR_OFF) * Math.exp(-off * off / 2)
        + FAR_OFF / FAR * Math.exp(-off * off / (2 * FAR * FAR));
  }

  private double[] merged(double one, double oneWidth, double other, double otherWidth) {
    double a = 1 / (oneWidth * oneWidth);
    double b = 1 / (otherWidth * otherWidth);
    double way = other - one;
    way -= 360 * Math.round(way / 360);
    return new double[] {
      one + way * b / (a + b), Math.max(NEVER_SHARPER_THAN * trust, Math.sqrt(1 / (a + b)))
    };
  }
}
