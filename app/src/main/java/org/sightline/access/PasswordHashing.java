package org.sightline.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Busy;
import org.sightline.kernel.HashingCost;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Argon2id at the strength ASVS asks for (19,456 KiB, two passes); the framework's own default is
/// weaker (AN-03). One hash needs 19 MiB and a processor for some 50 ms, so no more run at once
/// than there are processors; others wait their turn, and when too many wait the next are told so.
class PasswordHashing implements PasswordEncoder {

  private static final int MAX_WAITING = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PasswordEncoder argon;
  private final Semaphore places;
  private final int mostWaiting;
  private final Duration patience;

  PasswordHashing(HashingCost cost) {
    this(
        new Argon2PasswordEncoder(16, 32, 1, cost.memoryKib(), cost.passes()),
        Runtime.getRuntime().availableProcessors(),
        MAX_WAITING,
        PATIENCE);
  }

  /// @param atOnce how many are worked out at once
  /// @param mostWaiting how many wait their turn; the next is refused
  /// @param patience how long one waits before it is refused
  PasswordHashing(PasswordEncoder argon, int atOnce, int mostWaiting, Duration patience) {
    this.argon = argon;
    this.places = new Semaphore(atOnce, true);
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return inTurn(() -> argon.encode(password));
  }

  /// @throws Busy when too many are waiting
  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return inTurn(() -> argon.matches(password, hash));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return argon.upgradeEncoding(hash);
  }

  private <T extends @Nullable Object> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (places.getQueueLength() >= mostWaiting
          || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
