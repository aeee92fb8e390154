package org.sightline.kernel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When something was written down that arrives later, because there was no connection (A23).
public final class Moments {

  /// A device that says it was without a connection for longer has a wrong clock.
  private static final Duration LONGEST_WITHOUT_CONNECTION = Duration.ofDays(7);

  private Moments() {}

  /// The moment that was said, or `now` where it lies in the future or more than seven days back.
  public static Instant believable(Instant said, Instant now) {
    boolean believable = !said.isAfter(now) && said.isAfter(now.minus(LONGEST_WITHOUT_CONNECTION));
    return believable ? said : now;
  }

  /// The moment so many seconds ago. An age needs no clock that is right, only one that goes.
  ///
  /// @param seconds as the page counted them, or `null` where it did not
  public static Instant ago(@Nullable Long seconds, Instant now) {
    return seconds == null || seconds < 0 || seconds > LONGEST_WITHOUT_CONNECTION.toSeconds()
        ? now
        : believable(now.minusSeconds(seconds), now);
  }
}
