package org.sightline.linkage.running;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sightline.linkage.Progress;

/// Says on the error stream how far a linkage has come and, once it can know, how long it will
/// take: at each stage, and every few seconds within a long one.
final class LinkProgress implements Progress {

  private static final Duration TOO_SOON_TO_TELL = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// Before so much is done nobody can tell how long the rest takes.
  private static final double TOO_LITTLE_TO_TELL = 0.05;

  private final PrintWriter err;
  private final Clock clock;
  private final Instant began;
  private String lastSaid = "";
  private Instant lastSaidAt;

  LinkProgress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.began = clock.instant();
    this.lastSaidAt = began;
  }

  @Override
  public synchronized void at(String doing, double done) {
    var now = clock.instant();
    if (doing.equals(lastSaid) && now.isBefore(lastSaidAt.plus(PAUSE))) {
      return;
    }
    lastSaid = doing;
    lastSaidAt = now;
    var since = Duration.between(began, now);
    var left =
        since.compareTo(TOO_SOON_TO_TELL) < 0 || done < TOO_LITTLE_TO_TELL
            ? ""
            : ", about %d s left"
                .formatted(Math.round(since.toMillis() * (1 - done) / done / 1000));
    err.println("%s … (%d%% done%s)".formatted(doing, Math.round(done * 100), left));
    err.flush();
  }

  void done() {
    var since = Duration.between(began, clock.instant());
    err.println("Done in %.1f s.".formatted(since.toMillis() / 1000.0));
    err.flush();
  }
}
