package org.sightline.engagement.pile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How fast a pile goes, from when its first page was read: not from when it was dropped, for it
/// may have waited behind another.
final class PilePace {

  private static final int A_FEW = 3;

  private final LongSupplier nanoseconds;
  private long first;
  private int pages;

  /// @param nanoseconds that have passed since any beginning
  PilePace(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /// One page more was read.
  synchronized void read() {
    if (pages == 0) {
      first = nanoseconds.getAsLong();
    }
    pages++;
  }

  /// How long so many pages will take; nothing until a few were read.
  synchronized Optional<Duration> left(int more) {
    return pages <= A_FEW
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((nanoseconds.getAsLong() - first) / (pages - 1) * more));
  }
}
