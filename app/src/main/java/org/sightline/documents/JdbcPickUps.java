package org.sightline.documents;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.PickUps.Left;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Copies that wait, in the database. Every method runs inside a process.
@Component
class JdbcPickUps {

  private static final SealedColumn FOR_WHOM = column("for_whom");
  private static final SealedColumn CONTENT = column("content");
  private static final SealedColumn ADDRESS = column("address");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Users users;
  private final Clock clock;

  JdbcPickUps(JdbcClient jdbc, Sealing sealing, Users users, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.users = users;
    this.clock = clock;
  }

  /// @param ready whether the content is a file, or a document that is stamped when it is fetched
  @SuppressWarnings("ArrayRecordComponent")
  record Parcel(UserId receiver, boolean ready, String title, String address, byte[] content) {}

  void add(SignedIn who, UUID id, Original of, Occasion why, Parcel parcel) {
    var now = clock.instant();
    jdbc.sql(
            """
            insert into documents.pick_up (id, kind, workspace_id, object_id, purpose, for_whom, made,
              title, content, address, address_hash, receiver, by_user, at, until)
            values (:id, :kind, :workspace, :object, :purpose, :forWhom, :made, :title, :content, :address,
              :hash, :receiver, :by, :at, :until)
            """)
        .param("id", id)
        .param("kind", of.kind())
        .param("workspace", of.workspace().value())
        .param("object", of.object())
        .param("purpose", why.purpose().name())
        .param("forWhom", sealing.seal(FOR_WHOM, id, Objects.requireNonNull(why.forWhom())))
        .param("made", parcel.ready() ? "FILE" : "DOCUMENT")
        .param("title", parcel.title())
        .param("content", sealing.sealBytes(CONTENT, id, parcel.content()))
        .param("address", sealing.seal(ADDRESS, id, parcel.address()))
        .param("hash", Copies.hash(parcel.address().getBytes(StandardCharsets.US_ASCII)))
        .param("receiver", parcel.receiver().value())
        .param("by", who.user().value())
        .param("at", utc(now))
        .param("until", utc(now.plus(PickUps.LONGEST)))
        .update();
  }

  List<Left> waitingFor(SignedIn who, Instant now) {
    return jdbc.sql(
            """
            select * from documents.pick_up
             where receiver = :me and fetched_at is null and until > :now
             order by at desc, id
            """)
        .param("me", who.user().value())
        .param("now", utc(now))
        .query((row, n) -> left(row, who))
        .list();
  }

  List<Left> of(SignedIn who, UUID object) {
    return jdbc.sql(
            "select * from documents.pick_up where object_id = :object order by at desc, id")
        .param("object", object)
        .query((row, n) -> left(row, who))
        .list();
  }

  /// What the reader left for others, the last first.
  List<Left> leftBy(SignedIn who, int most) {
    return jdbc.sql(
            """
            select * from documents.pick_up
             where made = 'DOCUMENT' and by_user = :me
             order by at desc, id
             limit :most
            """)
        .param("me", who.user().value())
        .param("most", most)
        .query((row, n) -> left(row, who))
        .list();
  }

  Optional<Left> at(SignedIn who, byte[] hash, Instant now) {
    return jdbc.sql(
            """
            select * from documents.pick_up
             where address_hash = :hash and receiver = :me and fetched_at is null and until > :now
            """)
        .param("hash", hash)
        .param("me", who.user().value())
        .param("now", utc(now))
        .query((row, n) -> left(row, who))
        .optional();
  }

  Optional<byte[]> content(UUID id) {
    return jdbc.sql("select content from documents.pick_up where id = :id and content is not null")
        .param("id", id)
        .query((row, n) -> sealing.openBytes(CONTENT, id, row.getBytes(1)))
        .optional();
  }

  /// @return whether it was still there
  boolean fetched(UUID id, Instant now) {
    return jdbc.sql(
                """
                update documents.pick_up set fetched_at = :now, content = null
                 where id = :id and fetched_at is null
                """)
            .param("now", utc(now))
            .param("id", id)
            .update()
        == 1;
  }

  private Left left(ResultSet row, SignedIn who) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var receiver = user(row, "receiver");
    var by = user(row, "by_user");
    return new Left(
        id,
        new Original(
            row.getString("kind"),
            new WorkspaceId(row.getObject("workspace_id", UUID.class)),
            row.getObject("object_id", UUID.class)),
        new Occasion(
            Purpose.valueOf(row.getString("purpose")),
            sealing.open(FOR_WHOM, id, row.getBytes("for_whom"))),
        row.getString("title"),
        row.getString("made").equals("FILE"),
        by,
        users.nameOf(by),
        users.nameOf(receiver),
        at(row, "at"),
        at(row, "until"),
        row.getObject("fetched_at") != null,
        receiver.equals(who.user()) ? sealing.open(ADDRESS, id, row.getBytes("address")) : "");
  }

  private static UserId user(ResultSet row, String column) throws SQLException {
    return new UserId(row.getObject(column, UUID.class));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("documents.pick_up", name);
  }
}
