package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.access.TwoPeople.Matter;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What takes two people, in the database. Every method runs inside a process.
@Component
class JdbcTwoPeople {

  private static final SealedColumn REASON = new SealedColumn("access.second_person", "reason");
  private static final SealedColumn ABOUT = new SealedColumn("access.second_person", "about");
  private static final SealedColumn FOR_WHOM = new SealedColumn("access.second_person", "for_whom");

  private final JdbcClient jdbc;
  private final Users users;
  private final Sealing sealing;
  private final Clock clock;

  JdbcTwoPeople(JdbcClient jdbc, Users users, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What is open to the reader, the last first.
  List<Asked> all() {
    return jdbc.sql("select * from access.second_person order by asked_at desc, id limit 100")
        .query((row, n) -> asked(row))
        .list();
  }

  Optional<Asked> find(UUID id) {
    return jdbc.sql("select * from access.second_person where id = :id")
        .param("id", id)
        .query((row, n) -> asked(row))
        .optional();
  }

  /// @return whether it was there to agree to, and in time
  boolean agree(SignedIn who, UUID id) {
    return jdbc.sql(
                """
                update access.second_person set agreed_by = :me, agreed_at = now()
                 where id = :id and agreed_by is null and asked_at > now() - interval '7 days'
                """)
            .param("me", who.user().value())
            .param("id", id)
            .update()
        == 1;
  }

  /// @return whether the person asked for it, and it was neither used nor too late
  boolean use(SignedIn who, UUID id) {
    return jdbc.sql(
                """
                update access.second_person set used_at = now()
                 where id = :id and asked_by = :me and used_at is null
                   and asked_at > now() - interval '7 days'
                """)
            .param("id", id)
            .param("me", who.user().value())
            .update()
        == 1;
  }

  Optional<Asked> last(Matter matter) {
    return jdbc.sql(
            """
            select * from access.second_person
             where kind = :kind and object_id = :object and version = :version
               and workspace_id = :workspace
             order by asked_at desc
             limit 1
            """)
        .param("kind", matter.kind())
        .param("object", matter.object())
        .param("version", matter.version())
        .param("workspace", matter.workspace().value())
        .query((row, n) -> asked(row))
        .optional();
  }

  boolean isAgreedBy(UUID id, SignedIn who) {
    return jdbc.sql("select agreed_by = :me from access.second_person where id = :id")
        .param("me", who.user().value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  void insert(
      SignedIn who,
      UUID id,
      Matter matter,
      String path,
      @Nullable String about,
      String reason,
      @Nullable String forWhom) {
    jdbc.sql(
            """
            insert into access.second_person (id, workspace_id, kind, object_id, version, path, about,
              reason, for_whom, asked_by)
            values (:id, :workspace, :kind, :object, :version, :path, :about, :reason, :forWhom, :me)
            """)
        .param("id", id)
        .param("workspace", matter.workspace().value())
        .param("kind", matter.kind())
        .param("object", matter.object())
        .param("version", matter.version())
        .param("path", path)
        .param("about", sealing.sealIfAny(ABOUT, id, about), Types.BINARY)
        .param("reason", sealing.seal(REASON, id, reason))
        .param("forWhom", sealing.sealIfAny(FOR_WHOM, id, forWhom), Types.BINARY)
        .param("me", who.user().value())
        .update();
  }

  private Asked asked(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var by = new UserId(row.getObject("asked_by", UUID.class));
    var agreer = row.getObject("agreed_by", UUID.class);
    byte[] about = row.getBytes("about");
    byte[] forWhom = row.getBytes("for_whom");
    var at = row.getObject("asked_at", OffsetDateTime.class).toInstant();
    return new Asked(
        id,
        new Matter(
            row.getString("kind"),
            new WorkspaceId(row.getObject("workspace_id", UUID.class)),
            row.getObject("object_id", UUID.class),
            row.getInt("version")),
        row.getString("path"),
        about == null ? "" : sealing.open(ABOUT, id, about),
        sealing.open(REASON, id, row.getBytes("reason")),
        forWhom == null ? "" : sealing.open(FOR_WHOM, id, forWhom),
        by,
        users.nameOf(by),
        at,
        agreer == null ? "" : users.nameOf(new UserId(agreer)),
        row.getObject("used_at") != null,
        clock.instant().isBefore(at.plus(TwoPeople.GOOD_FOR)));
  }
}
