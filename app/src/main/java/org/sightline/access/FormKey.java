package org.sightline.access;

import java.util.Arrays;
import java.util.UUID;
import org.sightline.audit.SentOnce;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The key of the form that this request carries out. Its row is written with the first change: a
/// second request with the key waits for that transaction and then finds the row.
final class FormKey implements SentOnce {

  private final UUID key;
  private final byte[] content;
  private final String otherwise;
  private boolean taken;

  /// @param content keyed hash of where it was sent and what it held
  /// @param otherwise what to say when the key was used for something else
  FormKey(UUID key, byte[] content, String otherwise) {
    this.key = key;
    this.content = content.clone();
    this.otherwise = otherwise;
  }

  UUID key() {
    return key;
  }

  boolean isTaken() {
    return taken;
  }

  /// @throws SentAlready when the same form was carried out before
  /// @throws Refused when another form was, under this key
  @Override
  public void take(SignedIn who, JdbcClient jdbc) {
    if (taken) {
      return;
    }
    int written =
        jdbc.sql(
                """
                insert into access.sent_form (user_id, key, content, at)
                values (:user, :key, :content, now())
                on conflict do nothing
                """)
            .param("user", who.user().value())
            .param("key", key)
            .param("content", content)
            .update();
    if (written == 1) {
      taken = true;
      return;
    }
    refuseTaken(who, jdbc);
    throw new SentAlready(this);
  }

  /// What was carried out is not even looked at again: the page may be gone by now, or the state it
  /// was about.
  ///
  /// @throws SentAlready when the same form was carried out before
  /// @throws Refused when another form was, under this key
  void refuseTaken(SignedIn who, JdbcClient jdbc) {
    var before =
        jdbc.sql("select content from access.sent_form where user_id = :user and key = :key")
            .param("user", who.user().value())
            .param("key", key)
            .query((row, n) -> row.getBytes(1))
            .optional();
    if (before.isPresent() && !Arrays.equals(before.get(), content)) {
      throw new Refused(otherwise);
    }
    if (before.isPresent()) {
      throw new SentAlready(this);
    }
  }
}
