package org.sightline.engagement.results;

import org.jspecify.annotations.Nullable;

/// Where most of the answers lie. Hot: more than two thirds red or yellow. Cool: more than two
/// thirds green. Otherwise mixed.
public enum Band {
  HOT,
  MIXED,
  COOL;

  /// The band of a zone, or `null` with fewer than `k` answers (practice.md, Small groups).
  public static @Nullable Band of(Tally tally, SmallNumbers small) {
    return tally.answered() < small.k() ? null : of(tally);
  }

  private static Band of(Tally tally) {
    if (3 * (tally.red() + tally.yellow()) > 2 * tally.answered()) {
      return HOT;
    }
    return 3 * tally.green() > 2 * tally.answered() ? COOL : MIXED;
  }
}
