package org.sightline.network.ownmap;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// Whether a young person has drawn their own map, and who does it with them (B72, B74).
///
/// @param day it was done, or is to be done; `null` when it is not possible
/// @param worker with the best relationship, in words
/// @param why it is not possible, or later; may be empty when it is done
/// @param told whether they were told first what happens with it
public record Status(
    Said said,
    @Nullable LocalDate day,
    String worker,
    String why,
    boolean told,
    UserId by,
    Instant at) {

  /// How far it is.
  public enum Said {
    DONE,
    LATER,
    NOT_POSSIBLE
  }

  public Status {
    if ((said == Said.NOT_POSSIBLE) != (day == null)) {
      throw new IllegalArgumentException("Done and later have a day, not possible has none");
    }
  }
}
