package org.sightline.engagement.pictures;

import org.jspecify.annotations.Nullable;

/// A zone with its counts (A60).
///
/// @param maps how many maps the round has; those without an answer here stay blank
/// @param hottest its place among the hottest, from 1, or `null`
/// @param mixedViews whether it has both red and green enough to be seen differently (A70)
public record ScoredZone(
    ZoneShape zone,
    Count green,
    Count yellow,
    Count red,
    int maps,
    @Nullable Integer hottest,
    boolean mixedViews) {

  public ScoredZone {
    if (maps < 0) {
      throw new IllegalArgumentException("There cannot be %d maps".formatted(maps));
    }
    if (green instanceof Count.Exactly(int g)
        && yellow instanceof Count.Exactly(int y)
        && red instanceof Count.Exactly(int r)
        && g + y + r > maps) {
      throw new IllegalArgumentException(
          "Zone %s has %d answers from %d maps".formatted(zone.key(), g + y + r, maps));
    }
  }
}
