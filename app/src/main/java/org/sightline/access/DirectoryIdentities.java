package org.sightline.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Whose identity in a council's directory is whose account here. To be used in a process of the
/// system.
@Component
class DirectoryIdentities {

  private static final SealedColumn SUBJECT =
      new SealedColumn("access.directory_identity", "subject");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  DirectoryIdentities(SystemStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  record Linked(UUID id, String issuer, LocalDate added, @Nullable LocalDate lastUsed) {}

  /// The person an identity is linked to, unless they are switched off.
  Optional<UserId> user(DirectoryTokens.Identity identity) {
    return store
        .jdbc()
        .sql(
            """
            update access.directory_identity d
               set last_used_on = :today
              from access.user_account u
             where u.id = d.user_id and u.disabled_on is null
               and d.issuer = :issuer and d.subject = :subject
            returning d.user_id
            """)
        .param("today", LocalDate.now(clock.withZone(LONDON)))
        .param("issuer", identity.issuer())
        .param("subject", index(identity))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// @return whether it is now this person's, and was nobody else's
  boolean link(UserId user, DirectoryTokens.Identity identity) {
    store
        .jdbc()
        .sql(
            """
            insert into access.directory_identity (id, user_id, issuer, subject, added_on)
            values (:id, :user, :issuer, :subject, :today)
            on conflict (issuer, subject) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("user", user.value())
        .param("issuer", identity.issuer())
        .param("subject", index(identity))
        .param("today", LocalDate.now(clock.withZone(LONDON)))
        .update();
    return store
        .jdbc()
        .sql(
            """
            select count(*) from access.directory_identity
             where user_id = :user and issuer = :issuer and subject = :subject
            """)
        .param("user", user.value())
        .param("issuer", identity.issuer())
        .param("subject", index(identity))
        .query(Integer.class)
        .single()
        .equals(1);
  }

  List<Linked> of(UserId user) {
    return store
        .jdbc()
        .sql(
            """
            select id, issuer, added_on, last_used_on
              from access.directory_identity where user_id = :user order by added_on, id
            """)
        .param("user", user.value())
        .query(
            (row, n) ->
                new Linked(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class)))
        .list();
  }

  boolean unlink(UserId user, UUID id) {
    return store
            .jdbc()
            .sql("delete from access.directory_identity where id = :id and user_id = :user")
            .param("id", id)
            .param("user", user.value())
            .update()
        == 1;
  }

  void unlinkAll(UserId user) {
    store
        .jdbc()
        .sql("delete from access.directory_identity where user_id = :user")
        .param("user", user.value())
        .update();
  }

  /// Subjects that differ in case only are two people, and a blind index folds case: so it is taken
  /// of the letters' numbers.
  private byte[] index(DirectoryTokens.Identity identity) {
    var letters = HexFormat.of().formatHex(identity.subject().getBytes(StandardCharsets.UTF_8));
    return sealing.blindIndex(SUBJECT, letters);
  }
}
