package org.sightline.engagement.results;

import org.jspecify.annotations.Nullable;

/// One zone and what the round says about it.
///
/// @param oneAdultInCharge such a zone never leaves the round (practice.md 8)
/// @param adults how much adults are there (A62), or `null` when nobody has said
/// @param watched whether there is surveillance (A62), or `null`
/// @param mainlyAnotherYear whether another year group mainly uses it (A63), or `null`
public record ZoneTally(
    ZoneKey zone,
    boolean oneAdultInCharge,
    @Nullable AdultPresence adults,
    @Nullable Boolean watched,
    @Nullable Boolean mainlyAnotherYear,
    Tally tally) {

  /// How much adults are in a zone (A62).
  public enum AdultPresence {
    MOSTLY,
    SOMETIMES,
    RARELY
  }

  public static ZoneTally of(String key, Tally tally) {
    return new ZoneTally(new ZoneKey(key), false, null, null, null, tally);
  }
}
