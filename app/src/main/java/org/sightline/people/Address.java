package org.sightline.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// Where somebody lives.
///
/// @param version 0 when none was ever written down
/// @param text `null` when there is none, or when it is protected: that is opened by itself (EX-08)
public record Address(
    int version,
    boolean isProtected,
    @Nullable String text,
    @Nullable UserId by,
    @Nullable Instant at) {

  static Address none() {
    return new Address(0, false, null, null, null);
  }
}
