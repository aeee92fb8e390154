package org.sightline.engagement.withdrawing;

import org.jspecify.annotations.Nullable;

/// @param typed stays typed
/// @param error the sentence, or `null`
public record WithdrawingPage(String typed, @Nullable String error) {}
