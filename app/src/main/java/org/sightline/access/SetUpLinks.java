package org.sightline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// One-time links with which somebody chooses how they sign in: the first administrator, a new
/// person, and somebody who has lost everything (AN-08, AN-09). Nobody else ever knows or chooses
/// their password.
@Component
class SetUpLinks {

  static final Duration LASTS = Duration.ofMinutes(30);

  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SystemStore store;
  private final Clock clock;

  SetUpLinks(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A new link's secret part; links made for this person before stop working.
  ///
  /// @param user `null` for the first administrator, who is not there yet
  String make(@Nullable UserId user) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    end(user);
    store
        .jdbc()
        .sql("insert into access.set_up_link (hash, user_id, until) values (:hash, :user, :until)")
        .param("hash", hash(secret))
        .param("user", user == null ? null : user.value(), Types.OTHER)
        .param("until", Timestamp.from(clock.instant().plus(LASTS)))
        .update();
    return secret;
  }

  /// Whom a link is for.
  ///
  /// @param user `null` for the first administrator, who is not there yet
  record Link(@Nullable UserId user) {}

  /// The link with this secret, while it works.
  Optional<Link> find(String secret) {
    return store
        .jdbc()
        .sql(
            """
            select l.user_id
              from access.set_up_link l
              left join access.user_account u on u.id = l.user_id
             where l.hash = :hash and l.until > :now and u.disabled_on is null
            """)
        .param("hash", hash(secret))
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, n) ->
                row.getObject(1, UUID.class) == null
                    ? new Link(null)
                    : new Link(new UserId(row.getObject(1, UUID.class))))
        .optional();
  }

  /// The link becomes the one of this person, who has just been made.
  void give(String secret, UserId user) {
    store
        .jdbc()
        .sql("update access.set_up_link set user_id = :user where hash = :hash")
        .param("user", user.value())
        .param("hash", hash(secret))
        .update();
  }

  /// Uses a link up. Of two who come with it at the same time the second waits here, and finds it
  /// gone.
  ///
  /// @return whether it still worked
  boolean use(String secret) {
    return store
            .jdbc()
            .sql("delete from access.set_up_link where hash = :hash and until > :now")
            .param("hash", hash(secret))
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /// No link of this person works any more.
  ///
  /// @param user `null` for links to a first administrator
  void end(@Nullable UserId user) {
    store
        .jdbc()
        .sql("delete from access.set_up_link where user_id is not distinct from :user")
        .param("user", user == null ? null : user.value(), Types.OTHER)
        .update();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
