package org.sightline.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A copy of a record that went out, or something else with their name on it.
///
/// @param outdated how many of its statements, or of the details, were corrected since, and not
///     told to whoever got it
/// @param toldAt when they were last told of corrections, or `null`
public record Disclosure(
    DisclosureId id,
    Kind kind,
    String toWhom,
    UserId by,
    Instant at,
    int outdated,
    @Nullable Instant toldAt) {

  /// How it went.
  public enum Kind {
    PRINTED,
    EXPORTED,
    SHARED,
    /// With their name on a map, and nothing of what their record says; the same for those below.
    MAP,
    MATRIX,
    PAPERS,
    PACK
  }

  public boolean isOutdated() {
    return outdated > 0;
  }
}
