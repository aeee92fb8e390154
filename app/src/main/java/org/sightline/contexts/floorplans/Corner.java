package org.sightline.contexts.floorplans;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A point on a plan: fractions of its width from the left and of its height from the top.
///
/// Kept to a hundredth of a percent, a quarter of a dot on the largest plan, so that text, JSON and
/// database hold exactly the same corner. May lie outside the plan or be no number at all: it is
/// [ZoneRules] that says where.
///
/// @param x across, 0 to 1
/// @param y down, 0 to 1
public record Corner(double x, double y) {

  static final double STEPS = 10_000;

  public Corner {
    x = snapped(x);
    y = snapped(y);
  }

  /// For example `40% across and 30.25% down`.
  String inWords() {
    return "%s%% across and %s%% down".formatted(percent(x), percent(y));
  }

  /// A fraction as a percentage with at most two decimals: `12.5`.
  static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return Double.toString(fraction);
    }
    var rounded = BigDecimal.valueOf(fraction).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static double snapped(double fraction) {
    var farAway = Math.abs(fraction) > 1_000_000;
    return Double.isFinite(fraction) && !farAway ? Math.round(fraction * STEPS) / STEPS : fraction;
  }
}
