package org.sightline.access.reasons;

import org.jspecify.annotations.Nullable;
import org.sightline.access.Reasons;
import org.sightline.web.Dates;

/// @param typed what was typed, when it comes back
/// @param problem `sure` or `reason`, or `null`
public record ReasonsPage(Reasons.Reason reason, String typed, @Nullable String problem) {

  public String action() {
    var record = reason.record();
    return "/reasons/"
        + reason.workspace()
        + (record == null ? "" : "/" + record)
        + "/stepping-back";
  }

  /// When the hour is over, as the clock on the wall shows it; `null` when nothing is broken.
  public @Nullable String openUntil() {
    var until = reason.openUntil();
    return until == null ? null : Dates.moment(until);
  }
}
