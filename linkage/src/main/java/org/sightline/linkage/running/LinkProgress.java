package org.sightline.linkage.running;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sightline.linkage.Progress;

/// Says on the error stream how far a linkage has come and, once it can know, how long it will
/// take.
final class LinkProgress implements Progress {

  private static final Duration TOO_SOON_TO_TELL = Duration.ofSeconds(2);

  private final PrintWriter err;
  private final Clock clock;
  private final Instant began;

  LinkProgress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.began = clock.instant();
  }

  @Override
  public void at(String doing, double done) {
    var since = Duration.between(began, clock.instant());
    var left =
        since.compareTo(TOO_SOON_TO_TELL) < 0 || done < 0.1
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
