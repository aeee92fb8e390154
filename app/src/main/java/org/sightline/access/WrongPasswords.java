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
/// hammers a name never keeps its owner out of their own machine, and a passkey is never slowed. On
/// a device that is not known they count by name and network together, so that somebody elsewhere
/// does not keep an owner off a new machine either; by name alone only after very many.
///
/// Beside it, weakly, by network: who tries many names from one place is slowed there, too.
@Component
class WrongPasswords {

  private static final SealedColumn KEY = new SealedColumn("access.wrong_password", "key");
  private static final int FREE = 5;

  /// For one name from all networks together: whoever owns it on a new machine is slowed only where
  /// many machines guess.
  private static final int FREE_FROM_EVERYWHERE = 200;

  /// Eighteen hundred people may share one address; a hundred wrong passwords in an hour on devices
  /// nobody has signed in on before are none of theirs (WB-11 is about the student site and stays).
  private static final int FREE_IN_A_NETWORK = 100;

  private static final Duration NETWORK_FORGOTTEN_AFTER = Duration.ofHours(1);
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
  ///
  /// @param network from which it comes; counts where the device is not known
  boolean isHeld(String username, Optional<String> device, Optional<String> network) {
    if (device.isPresent() || network.isEmpty()) {
      return isHeld(key(username, device), FREE);
    }
    return isHeld(key(username, network.get()), FREE)
        || isHeld(key(username, device), FREE_FROM_EVERYWHERE);
  }

  /// Whether no password is looked at from this network on a device that is not known.
  boolean isNetworkHeld(String network) {
    return isHeld(networkKey(network), FREE_IN_A_NETWORK);
  }

  private boolean isHeld(byte[] key, int free) {
    return store
        .jdbc()
        .sql("select until from access.wrong_password where key = :key and times >= :free")
        .param("key", key)
        .param("free", free)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional()
        .filter(until -> until.isAfter(clock.instant()))
        .isPresent();
  }

  void wrong(String username, Optional<String> device, Optional<String> network) {
    if (device.isPresent() || network.isEmpty()) {
      count(key(username, device), FREE, FORGOTTEN_AFTER);
    } else {
      count(key(username, network.get()), FREE, FORGOTTEN_AFTER);
      count(key(username, device), FREE_FROM_EVERYWHERE, FORGOTTEN_AFTER);
    }
  }

  /// Counts for a network, and only what came from devices that are not known.
  void wrongFrom(String network) {
    count(networkKey(network), FREE_IN_A_NETWORK, NETWORK_FORGOTTEN_AFTER);
  }

  private void count(byte[] key, int free, Duration forgottenAfter) {
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
            .param("key", key)
            .param("now", Timestamp.from(now))
            .param("longAgo", Timestamp.from(now.minus(forgottenAfter)))
            .query(Integer.class)
            .single();
    store
        .jdbc()
        .sql("update access.wrong_password set until = :until where key = :key")
        .param("until", Timestamp.from(now.plus(pause(times, free))))
        .param("key", key)
        .update();
  }

  void right(String username, Optional<String> device, Optional<String> network) {
    forget(key(username, device));
    if (device.isEmpty()) {
      network.ifPresent(from -> forget(key(username, from)));
    }
  }

  private void forget(byte[] key) {
    store
        .jdbc()
        .sql("delete from access.wrong_password where key = :key")
        .param("key", key)
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
    return pause(times, FREE);
  }

  private static Duration pause(int times, int free) {
    if (times < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(times - free, 20);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private byte[] networkKey(String network) {
    return sealing.blindIndex(KEY, "network\0" + network);
  }

  private byte[] key(String username, String network) {
    return sealing.blindIndex(KEY, username + "\0from\0" + network);
  }

  private byte[] key(String username, Optional<String> device) {
    return sealing.blindIndex(KEY, username + '\0' + device.orElse("a stranger's"));
  }
}
