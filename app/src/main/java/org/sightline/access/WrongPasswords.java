package org.sightline.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Slows down guessing (AN-06): after five wrong passwords in a row each further one doubles the
/// time in which no password is taken, up to a quarter of an hour. Counted by sign-in name whether
/// it exists or not, and apart for devices this person has signed in on before: a stranger who
/// hammers a name never keeps its owner out of their own machine, and a passkey is never slowed.
@Component
class WrongPasswords {

  private static final SealedColumn KEY = new SealedColumn("access.wrong_password", "key");
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  WrongPasswords(SystemStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Whether no password is looked at for this name on this device just now.
  boolean isHeld(String username, Optional<String> device) {
    return store
        .jdbc()
        .sql("select until from access.wrong_password where key = :key and times >= :free")
        .param("key", key(username, device))
        .param("free", FREE)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional()
        .filter(until -> until.isAfter(clock.instant()))
        .isPresent();
  }

  void wrong(String username, Optional<String> device) {
    Instant now = clock.instant();
    int times =
        store
            .jdbc()
            .sql(
                """
                insert into access.wrong_password as w (key, times, until)
                values (:key, 1, :now)
                on conflict (key) do update
                   set times = case when w.until < :longAgo then 1 else w.times + 1 end
                returning times
                """)
            .param("key", key(username, device))
            .param("now", Timestamp.from(now))
            .param("longAgo", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
            .query(Integer.class)
            .single();
    store
        .jdbc()
        .sql("update access.wrong_password set until = :until where key = :key")
        .param("until", Timestamp.from(now.plus(pause(times))))
        .param("key", key(username, device))
        .update();
  }

  void right(String username, Optional<String> device) {
    store
        .jdbc()
        .sql("delete from access.wrong_password where key = :key")
        .param("key", key(username, device))
        .update();
  }

  /// Forgets what is long past.
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void tidy() {
    store
        .jdbc()
        .sql("delete from access.wrong_password where until < :longAgo")
        .param("longAgo", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
        .update();
  }

  /// How long nothing is taken after so many wrong ones in a row.
  static Duration pause(int times) {
    if (times < FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(times - FREE, 20);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private byte[] key(String username, Optional<String> device) {
    return sealing.blindIndex(KEY, username + '\0' + device.orElse("a stranger's"));
  }
}
