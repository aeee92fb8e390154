package org.sightline.concerns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// One thing that happened to a concern.
///
/// @param number from 1, without gaps
/// @param cycle 0, and one more each time the concern was opened again
/// @param by who did it, or `null` where the clock did
/// @param outcome of the list in `concern-form.yaml`, for decisions and closings
/// @param words the reason or the note
/// @param told whether the young person was told, and if not why
public record Step(
    UUID id,
    int number,
    int cycle,
    StepKind kind,
    Instant at,
    @Nullable UserId by,
    @Nullable String outcome,
    @Nullable String words,
    @Nullable String told) {

  public Step {
    if (kind.hasOutcome() != (outcome != null)) {
      throw new IllegalArgumentException("An outcome belongs to a decision, not to " + kind);
    }
    if (kind.isByTheClock() != (by == null)) {
      throw new IllegalArgumentException("Only the clock acts in nobody's name, not " + kind);
    }
  }
}
