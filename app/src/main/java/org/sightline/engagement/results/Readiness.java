package org.sightline.engagement.results;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a round's results can be made, for its owner. It counts sessions, never maps that have
/// changed.
///
/// @param closed sessions whose maps count
/// @param waiting sessions planned or open
/// @param refusal why results cannot be made now, or `null`
/// @param breakdownRefusal why the round cannot be broken down now, or `null`
/// @param made the earlier publications, oldest first
public record Readiness(
    int closed,
    int waiting,
    PublishingRules.Detail detail,
    @Nullable String refusal,
    @Nullable String breakdownRefusal,
    List<Made> made) {

  /// A publication that was made.
  public record Made(int number, LocalDate on, int maps) {}

  public Readiness {
    made = List.copyOf(made);
  }
}
