package org.sightline.engagement.slipbox;

import org.jspecify.annotations.Nullable;

/// @param typed stays typed
/// @param error the sentence, or `null`
public record SlipBoxPage(String typed, @Nullable String error) {}
