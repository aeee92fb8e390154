package org.sightline.audit.checkpoints;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has been delivered to one sink, and what is due there.
final class Delivery {

  /// With the time between two looks at the clock, at least every five minutes (AU-04).
  private static final Duration AFTER_NEWS = Duration.ofMinutes(4);

  private static final Duration WITHOUT_NEWS = Duration.ofMinutes(55);

  /// Fifteen minutes after the last one (AU-08).
  private static final Duration LATE_AFTER_DUE = Duration.ofMinutes(11);

  private final Sink sink;
  private @Nullable Instant last;
  private long lastNumber = -1;
  private @Nullable Instant dueSince;
  private boolean failing;
  private boolean busy;

  Delivery(Sink sink) {
    this.sink = sink;
  }

  Sink sink() {
    return sink;
  }

  /// Whether a checkpoint is to be delivered now; then it counts as begun.
  synchronized boolean begin(long number, Instant now) {
    if (!isDue(number, now)) {
      return false;
    }
    if (dueSince == null) {
      dueSince = now;
    }
    if (busy) {
      return false;
    }
    busy = true;
    return true;
  }

  /// Whether there is something new that is not on its way; then it counts as begun.
  synchronized boolean beginLast(long number) {
    boolean begun = !busy && number != lastNumber;
    busy |= begun;
    return begun;
  }

  private boolean isDue(long number, Instant now) {
    if (last == null || dueSince != null) {
      return true;
    }
    var wait = number == lastNumber ? WITHOUT_NEWS : AFTER_NEWS;
    return !now.isBefore(last.plus(wait));
  }

  synchronized void delivered(long number, Instant at) {
    last = at;
    lastNumber = number;
    dueSince = null;
    failing = false;
    busy = false;
  }

  synchronized void failed() {
    failing = true;
    busy = false;
  }

  synchronized boolean isLate(Instant now) {
    return dueSince != null && now.isAfter(dueSince.plus(LATE_AFTER_DUE));
  }

  /// Tells one time of being late from the next.
  synchronized String occasion() {
    return sink.kind() + " " + (dueSince == null ? "" : dueSince.toString());
  }

  synchronized SinkState state(Instant now) {
    return new SinkState(sink.kind(), last, Math.max(lastNumber, 0), failing, isLate(now));
  }
}
