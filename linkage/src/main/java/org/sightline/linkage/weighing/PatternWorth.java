package org.sightline.linkage.weighing;

/// What all pairs of one pattern weigh alike, in bits; for each of them what their values are worth
/// by being rare or frequent comes on top.
///
/// @param weight with the prior
/// @param home what all that a household shares is worth together
/// @param born what the birth date is worth
/// @param adjusted the comparisons whose values are the same, and may be rare or frequent
/// @param ofFamily whether the two may be children of one family
record PatternWorth(
    long pattern, double weight, double home, double born, int[] adjusted, boolean ofFamily) {}
