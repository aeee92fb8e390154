package org.sightline.engagement.results.scores;

import org.jspecify.annotations.Nullable;

/// One slide and the way to the others.
///
/// @param number of the slide, from 1
/// @param previous address of the slide before, or `null` on the first
/// @param next address of the one after, or `null` on the last
/// @param round where its end leads: the room still sees the screen, and results may hold exact
///     numbers for whoever presents
public record PresentingPage(
    Slide slide,
    int number,
    int slides,
    @Nullable String previous,
    @Nullable String next,
    String round) {}
