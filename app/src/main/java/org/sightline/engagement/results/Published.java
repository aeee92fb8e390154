package org.sightline.engagement.results;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;

/// The latest results of a round, as its reader may have them.
///
/// @param inward `null` for everybody but the round's owner and the safeguarding lead: the database
///     does not hand it out
/// @param breakdown the round's one breakdown, or `null`
public record Published(
    WorkspaceId round,
    LocalDate on,
    PublishingRules.Detail detail,
    SmallNumbers small,
    OutwardTable outward,
    @Nullable InwardTable inward,
    @Nullable Breakdown breakdown) {

  /// The same for presenter view, poster, print and export, whoever asks.
  public Published outwardOnly() {
    return new Published(round, on, detail, small, outward, null, breakdown);
  }
}
