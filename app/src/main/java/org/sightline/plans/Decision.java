package org.sightline.plans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// What somebody decided about an issue, and when. Later decisions are added; none is overwritten.
///
/// @param version 1 for the first
/// @param outcome `null` when an earlier outcome was set aside
public record Decision(int version, @Nullable Outcome outcome, UserId by, Instant at) {}
