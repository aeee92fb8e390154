package org.sightline.linkage.clustering;

import org.sightline.linkage.weighing.Thresholds;

/// Whom each record belongs to.
///
/// @param personOf for each row the number of its person, from 0, in the order of first rows
/// @param count how many people there are
/// @param weakestLinks for each person the weight of the weakest link that holds the records
///     together, in bits; infinite for one record alone
/// @param doubts for each person the heaviest link to somebody else that was not made, in bits
public record People(int[] personOf, int count, float[] weakestLinks, float[] doubts) {

  /// How sure it is that the records of a person belong together; for one record alone, that it
  /// belongs to nobody else.
  public double certainty(int person) {
    return Float.isInfinite(weakestLinks[person])
        ? 1 - Thresholds.probability(Math.max(doubts[person], -60))
        : Thresholds.probability(weakestLinks[person]);
  }
}
