package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Filing.Minutes;
import org.sightline.network.Filing.Named;
import org.sightline.network.Filing.Part;
import org.sightline.network.Filing.Receipt;
import org.sightline.network.map.ElementId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Filing runs in the database. Everything is only ever added, or taken back.
@Component
class JdbcFilings {

  private static final SealedColumn MINUTES = new SealedColumn("network.minutes", "content");
  private static final SealedColumn FILED = new SealedColumn("network.filed", "content");
  private static final SealedColumn NAMED = new SealedColumn("network.named", "content");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcFilings(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What is sealed of minutes.
  record Text(String risk, String words) {}

  void write(SignedIn who, WorkspaceId work, UUID session, String pattern, Text text) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.minutes (id, workspace_id, session_id, pattern, content, by_user, at)
            values (:id, :work, :session, :pattern, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("pattern", pattern)
        .param("content", sealing.seal(MINUTES, id, json.writeValueAsString(text)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  Optional<Minutes> minutes(UUID session) {
    return jdbc.sql(
            "select * from network.minutes where session_id = :session order by number desc limit 1")
        .param("session", session)
        .query(
            (row, n) -> {
              var text =
                  json.readValue(
                      sealing.open(MINUTES, id(row, "id"), row.getBytes("content")), Text.class);
              return new Minutes(
                  row.getString("pattern"), text.risk(), text.words(), by(row), at(row));
            })
        .optional();
  }

  void file(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      ElementId subject,
      Part part,
      boolean isFiled,
      LocalDate day,
      Receipt.Words words) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.filed
              (id, workspace_id, session_id, element_id, part, is_filed, day, content, by_user, at)
            values (:id, :work, :session, :element, :part, :filed, :day, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("element", subject.value())
        .param("part", part.name())
        .param("filed", isFiled)
        .param("day", day)
        .param("content", sealing.seal(FILED, id, json.writeValueAsString(words)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// The first first, without those that were taken back.
  List<Receipt> receipts(UUID session) {
    return jdbc.sql(
            """
            select * from network.filed where session_id = :session and taken_back_at is null
             order by number
            """)
        .param("session", session)
        .query(
            (row, n) ->
                new Receipt(
                    new Receipt.Ids(id(row, "id"), element(row, "element_id")),
                    Part.valueOf(row.getString("part")),
                    row.getBoolean("is_filed"),
                    row.getObject("day", LocalDate.class),
                    json.readValue(
                        sealing.open(FILED, id(row, "id"), row.getBytes("content")),
                        Receipt.Words.class),
                    by(row),
                    at(row)))
        .list();
  }

  void name(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      ElementId subject,
      ElementId other,
      String because) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.named
              (id, workspace_id, session_id, element_id, other_id, content, by_user, at)
            values (:id, :work, :session, :element, :other, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("element", subject.value())
        .param("other", other.value())
        .param("content", sealing.seal(NAMED, id, because))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// The first first, without those that were taken back.
  List<Named> named(UUID session) {
    return jdbc.sql(
            """
            select * from network.named where session_id = :session and taken_back_at is null
             order by number
            """)
        .param("session", session)
        .query(
            (row, n) ->
                new Named(
                    id(row, "id"),
                    element(row, "element_id"),
                    element(row, "other_id"),
                    sealing.open(NAMED, id(row, "id"), row.getBytes("content")),
                    by(row)))
        .list();
  }

  /// What can be taken back.
  enum Table {
    FILED("update network.filed set taken_back_by = :by, taken_back_at = :at"),
    NAMED("update network.named set taken_back_by = :by, taken_back_at = :at");

    private final String update;

    Table(String update) {
      this.update = update;
    }
  }

  /// @return whether it was the other way before
  boolean takeBack(SignedIn who, UUID session, Table table, UUID id, boolean back) {
    return jdbc.sql(
                table.update
                    + " where id = :id and session_id = :session and (taken_back_at is null) = :back")
            .param("by", back ? who.user().value() : null, Types.OTHER)
            .param("at", back ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("session", session)
            .param("back", back)
            .update()
        == 1;
  }

  Map<ElementId, String> letters(WorkspaceId work) {
    var letters = new HashMap<ElementId, String>();
    jdbc.sql("select * from network.letter where workspace_id = :work")
        .param("work", work.value())
        .query(
            row -> {
              letters.put(element(row, "element_id"), row.getString("letter"));
            });
    return letters;
  }

  void letter(WorkspaceId work, ElementId element, String letter) {
    jdbc.sql(
            """
            insert into network.letter (workspace_id, element_id, letter, at)
            values (:work, :element, :letter, :at)
            """)
        .param("work", work.value())
        .param("element", element.value())
        .param("letter", letter)
        .param("at", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static ElementId element(ResultSet row, String column) throws SQLException {
    return new ElementId(id(row, column));
  }

  private static UserId by(ResultSet row) throws SQLException {
    return new UserId(id(row, "by_user"));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
