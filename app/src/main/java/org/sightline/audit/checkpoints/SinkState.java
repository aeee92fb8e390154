package org.sightline.audit.checkpoints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a sink does, for the page that shows it.
///
/// @param kind `file`, `command` or `bucket`
/// @param last when the last checkpoint was delivered since the start, or `null`
/// @param number of entries it vouches for
/// @param failing whether the last try went wrong
/// @param late whether one has been waiting for more than fifteen minutes since the last
public record SinkState(
    String kind, @Nullable Instant last, long number, boolean failing, boolean late) {}
