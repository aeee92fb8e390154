package org.sightline.engagement.marking;

import org.jspecify.annotations.Nullable;

/// @param typed stays typed
/// @param error key of its words, or `null`
public record JoiningPage(String typed, @Nullable String error) {}
