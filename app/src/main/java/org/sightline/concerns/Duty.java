package org.sightline.concerns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.ConcernClocks.Turn;
import org.sightline.clocks.Deadline;

/// What has to be done about a concern next, by when and why then.
///
/// @param turn who has to act
/// @param due the time that is running, or `null` when none is
/// @param missed every time that was missed, also before it was closed (product.md, rule 7)
public record Duty(Turn turn, @Nullable Deadline due, List<Deadline> missed) {

  public Duty {
    missed = List.copyOf(missed);
  }

  /// When it is late; what has no time running comes after everything.
  Instant endsAt() {
    return due == null ? Instant.MAX : due.due().endsAt();
  }
}
