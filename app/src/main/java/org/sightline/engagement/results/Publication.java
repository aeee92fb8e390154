package org.sightline.engagement.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One publication of a round's results. It remembers how many maps it held, never which: each map
/// remembers its *cohort*, the number of the first publication that held it, or none.
///
/// @param number 1, 2, 3 … within the round
/// @param maps how many it held when it was made
/// @param gone how many of those have been withdrawn since
public record Publication(int number, int maps, int gone) {

  public Publication {
    if (number < 1 || gone < 0 || gone > maps) {
      throw new IllegalArgumentException(
          "Publication %d cannot have held %d maps and lost %d".formatted(number, maps, gone));
    }
  }

  /// Whether a map of this cohort was in it.
  public boolean held(@Nullable Integer cohort) {
    return cohort != null && cohort <= number;
  }

  /// The publications after one map of this cohort has been withdrawn.
  public static List<Publication> afterWithdrawal(
      List<Publication> publications, @Nullable Integer cohort) {
    return publications.stream()
        .map(each -> each.held(cohort) ? each.withOneGone() : each)
        .toList();
  }

  /// How many maps of the round, as it now is, this publication did not hold.
  ///
  /// @param mapsNow all maps of the round's closed sessions that have not been withdrawn
  public int addedSince(int mapsNow) {
    int added = mapsNow - (maps - gone);
    if (added < 0) {
      throw new IllegalArgumentException(
          "Publication %d still has %d maps, the round only %d"
              .formatted(number, maps - gone, mapsNow));
    }
    return added;
  }

  /// How many maps have been added or have gone since.
  public int changedSince(int mapsNow) {
    return addedSince(mapsNow) + gone;
  }

  private Publication withOneGone() {
    return new Publication(number, maps, gone + 1);
  }
}
