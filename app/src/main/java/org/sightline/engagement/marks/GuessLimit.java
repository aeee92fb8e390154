package org.sightline.engagement.marks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How many codes may be tried in a minute: by everybody together, and for one session tag. Never
/// by address, because a whole school shares one (WB-11). At 100 a minute for 28 days, guessing one
/// of 1,800 codes has a chance of about two in a million (security.md §5.4).
///
/// Kept in memory only. A tag's bucket is forgotten once it is full again.
final class GuessLimit {

  static final int ALL = 100;
  static final int PER_TAG = 30;

  private static final Duration REFILL = Duration.ofMinutes(1);

  private final Clock clock;
  private final Bucket all = new Bucket(ALL);
  private final Map<SessionTag, Bucket> tags = new HashMap<>();

  GuessLimit(Clock clock) {
    this.clock = clock;
  }

  /// Takes one try, if there is one left.
  synchronized boolean allows(SessionTag tag) {
    var now = clock.instant();
    tags.values().removeIf(bucket -> bucket.isFull(now));
    var own = tags.computeIfAbsent(tag, any -> new Bucket(PER_TAG));
    if (!own.has(now) || !all.has(now)) {
      return false;
    }
    own.take();
    all.take();
    return true;
  }

  private static final class Bucket {

    private final int most;
    private double left;
    private Instant seen = Instant.MIN;

    private Bucket(int most) {
      this.most = most;
      this.left = most;
    }

    private boolean has(Instant now) {
      refill(now);
      return left >= 1;
    }

    private boolean isFull(Instant now) {
      refill(now);
      return left >= most;
    }

    private void take() {
      left--;
    }

    private void refill(Instant now) {
      if (seen != Instant.MIN && now.isAfter(seen)) {
        double minutes = (double) Duration.between(seen, now).toMillis() / REFILL.toMillis();
        left = Math.min(most, left + minutes * most);
      }
      if (seen == Instant.MIN || now.isAfter(seen)) {
        seen = now;
      }
    }
  }
}
