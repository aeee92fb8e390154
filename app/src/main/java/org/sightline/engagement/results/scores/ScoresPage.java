package org.sightline.engagement.results.scores;

import org.jspecify.annotations.Nullable;

/// The score summary map with what its reader may do next.
///
/// @param base address of the round
/// @param sheet `null` before the first publication
public record ScoresPage(
    String base,
    String round,
    @Nullable ScoreSheet sheet,
    boolean owner,
    boolean mayRaise,
    boolean mayCount,
    boolean hasBefore) {}
