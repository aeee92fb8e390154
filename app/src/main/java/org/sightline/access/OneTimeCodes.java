package org.sightline.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Codes of six figures from an authenticator app (RFC 6238: SHA-1, 30 seconds). Each is taken
/// once, within one step of the server's time (AN-07). Five wrong ones after a right password end
/// that attempt, warn the person, and for a quarter of an hour no code is looked at (AN-06).
@Component
class OneTimeCodes {

  static final int MAX_WRONG = 5;
  static final Duration PAUSE = Duration.ofMinutes(15);

  private static final int KEY_BYTES = 20;
  private static final long STEP_SECONDS = 30;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final SystemStore store;
  private final Clock clock;

  OneTimeCodes(Accounts accounts, SystemStore store, Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.clock = clock;
  }

  /// What came of a code.
  enum Outcome {
    RIGHT,
    WRONG,
    /// Wrong once too often, or asked while none is looked at: the attempt is over.
    OVER
  }

  byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  /// Whether the code is the key's at this moment; for setting an app up.
  boolean matches(byte[] key, String typed) {
    return stepOf(key, typed) != null;
  }

  /// Looks at a code of somebody whose password was right.
  Outcome check(UserId user, String typed) {
    if (isPaused(user)) {
      return Outcome.OVER;
    }
    byte[] key = accounts.codeKey(user);
    Long step = key == null ? null : stepOf(key, typed);
    return step != null && take(user, step) ? Outcome.RIGHT : wrong(user);
  }

  boolean isPaused(UserId user) {
    return store
        .jdbc()
        .sql("select count(*) from access.user_account where id = :id and codes_from > :now")
        .param("id", user.value())
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single()
        .equals(1);
  }

  void right(UserId user) {
    store
        .jdbc()
        .sql("update access.user_account set wrong_codes = 0, codes_from = null where id = :id")
        .param("id", user.value())
        .update();
  }

  /// Counts one wrong code, of the app or of the list.
  Outcome wrong(UserId user) {
    int times =
        store
            .jdbc()
            .sql(
                """
                update access.user_account
                   set wrong_codes = case when wrong_codes + 1 >= :most then 0 else wrong_codes + 1 end,
                       codes_from = case when wrong_codes + 1 >= :most then cast(:from as timestamptz) end
                 where id = :id
                returning wrong_codes
                """)
            .param("most", MAX_WRONG)
            .param("from", Timestamp.from(clock.instant().plus(PAUSE)))
            .param("id", user.value())
            .query(Integer.class)
            .single();
    return times == 0 ? Outcome.OVER : Outcome.WRONG;
  }

  /// Only one of two who send the same code gets through, on whatever copy of the application.
  private boolean take(UserId user, long step) {
    return store
            .jdbc()
            .sql(
                """
                update access.user_account
                   set code_step = :step, wrong_codes = 0, codes_from = null
                 where id = :id and (code_step is null or code_step < :step)
                """)
            .param("step", step)
            .param("id", user.value())
            .update()
        == 1;
  }

  private @org.jspecify.annotations.Nullable Long stepOf(byte[] key, String typed) {
    String code = typed.replaceAll("\\s", "");
    Instant now = clock.instant();
    for (long away : new long[] {0, -1, 1}) {
      Instant then = now.plusSeconds(away * STEP_SECONDS);
      if (MessageDigest.isEqual(
          codeAt(key, then).getBytes(StandardCharsets.UTF_8),
          code.getBytes(StandardCharsets.UTF_8))) {
        return then.getEpochSecond() / STEP_SECONDS;
      }
    }
    return null;
  }

  String codeAt(byte[] key, Instant then) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), then);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
