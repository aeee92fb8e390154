package org.sightline.scan.reading;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sightline.scan.Level;

/// Which key boxes cannot be believed: filled in a colour that nobody calls so, or two of them with
/// one pencil. What such a sheet says is for a person, for nobody knows whether the box or the
/// places are as the child meant them.
final class KeyBoxes {

  /// In widths of what is usual.
  private static final double MOST_OFF = 3;

  /// How much likelier the colour is that of another box.
  private static final double ANOTHER = 50;

  /// In degrees: two boxes nearer than this were filled with one pencil.
  private static final double ONE_PENCIL = 6;

  private KeyBoxes() {}

  /// @param keys the colour of each box that was filled
  static Set<Level> unreadable(Map<Level, Shade> keys) {
    var unreadable = EnumSet.noneOf(Level.class);
    keys.forEach(
        (level, key) -> {
          if (isAnother(level, key.hue()) || isOfOnePencil(level, key.hue(), keys)) {
            unreadable.add(level);
          }
        });
    return unreadable;
  }

  private static boolean isAnother(Level level, double hue) {
    double own = likelihood(level, hue);
    return off(level, hue) > MOST_OFF
        || Level.COLOURS.stream().anyMatch(other -> likelihood(other, hue) > ANOTHER * own);
  }

  private static boolean isOfOnePencil(Level level, double hue, Map<Level, Shade> keys) {
    return keys.entrySet().stream()
        .anyMatch(
            other ->
                other.getKey() != level && Hues.between(hue, other.getValue().hue()) < ONE_PENCIL);
  }

  private static double off(Level level, double hue) {
    double[] usual = Hues.USUAL[level.ordinal()];
    return Hues.between(hue, usual[0]) / usual[1];
  }

  private static double likelihood(Level level, double hue) {
    double off = off(level, hue);
    return Math.exp(-off * off / 2) / Hues.USUAL[level.ordinal()][1];
  }
}
