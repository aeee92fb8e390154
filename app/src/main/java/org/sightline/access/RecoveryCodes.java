package org.sightline.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Ten codes for the day on which passkey and telephone are lost (AN-08). Each holds 80 random
/// bits, is shown once, works once, and is kept as a keyed hash only.
@Component
class RecoveryCodes {

  static final int HOW_MANY = 10;

  /// Thirty-two letters, five bits each; none that is easily read as another.
  private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyz";

  private static final int LENGTH = 16;
  private static final SealedColumn HASH = new SealedColumn("access.recovery_code", "hash");

  private final SecureRandom random = new SecureRandom();
  private final SystemStore store;
  private final Sealing sealing;

  RecoveryCodes(SystemStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  /// Whether somebody means one of these and not a code of six figures.
  static boolean looksLikeOne(String typed) {
    return typed.replaceAll("[\\s-]", "").length() > 10;
  }

  /// Makes ten new ones; the old ones stop working. The only time they can be read.
  List<String> renew(UserId user) {
    forget(user);
    List<String> codes = Stream.generate(this::draw).limit(HOW_MANY).toList();
    for (String code : codes) {
      store
          .jdbc()
          .sql("insert into access.recovery_code (id, user_id, hash) values (:id, :user, :hash)")
          .param("id", UUID.randomUUID())
          .param("user", user.value())
          .param("hash", hash(code))
          .update();
    }
    return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
  }

  void forget(UserId user) {
    store
        .jdbc()
        .sql("delete from access.recovery_code where user_id = :user")
        .param("user", user.value())
        .update();
  }

  /// Uses a code up.
  ///
  /// @return whether it was one of this person's and unused
  boolean use(UserId user, String typed) {
    return store
            .jdbc()
            .sql("delete from access.recovery_code where user_id = :user and hash = :hash")
            .param("user", user.value())
            .param("hash", hash(typed))
            .update()
        == 1;
  }

  int left(UserId user) {
    return store
        .jdbc()
        .sql("select count(*) from access.recovery_code where user_id = :user")
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  private byte[] hash(String typed) {
    return sealing.blindIndex(HASH, typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }

  private String draw() {
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .map(LETTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
