package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Exercises in the database. Everything is only ever added.
@Component
class JdbcExercises {

  private static final SealedColumn TEXT = new SealedColumn("network.exercise_text", "content");
  private static final SealedColumn BECAUSE = new SealedColumn("network.exercise_text", "because");
  private static final SealedColumn EVENT = new SealedColumn("network.review_event", "words");
  private static final SealedColumn END = new SealedColumn("network.exercise_end", "content");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcExercises(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A row of the table, without its text.
  record Head(
      WorkspaceId id,
      boolean isPractice,
      String framework,
      String unit,
      LocalDate identified,
      String source,
      Exercise.Standing agreement,
      OffsetDateTime at) {}

  private record End(String why, String agreedBy) {}

  /// Nobody else changes its dates or sessions until this transaction ends.
  void hold(WorkspaceId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 4))")
        .param("id", id.value())
        .query((row, n) -> true)
        .single();
  }

  void add(SignedIn who, Head head) {
    jdbc.sql(
            """
            insert into network.exercise (workspace_id, is_practice, framework, unit, identified_on,
              source, agreement, by_user, at)
            values (:id, :practice, :framework, :unit, :identified, :source, :agreement, :by, :at)
            """)
        .param("id", head.id().value())
        .param("practice", head.isPractice())
        .param("framework", head.framework())
        .param("unit", head.unit())
        .param("identified", head.identified())
        .param("source", head.source())
        .param("agreement", head.agreement().name())
        .param("by", who.user().value())
        .param("at", head.at())
        .update();
  }

  List<Head> heads() {
    return jdbc.sql(
            """
            select * from network.exercise
             where workspace_id in (select access.my_workspaces()) order by at desc
            """)
        .query((row, n) -> head(row))
        .list();
  }

  Optional<Head> head(WorkspaceId id) {
    return jdbc.sql("select * from network.exercise where workspace_id = :id")
        .param("id", id.value())
        .query((row, n) -> head(row))
        .optional();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        row.getBoolean("is_practice"),
        row.getString("framework"),
        row.getString("unit"),
        row.getObject("identified_on", LocalDate.class),
        row.getString("source"),
        Exercise.Standing.valueOf(row.getString("agreement")),
        row.getObject("at", OffsetDateTime.class));
  }

  /// @return whether this was the next version
  boolean write(
      SignedIn who, WorkspaceId id, int version, ExerciseText text, @Nullable String because) {
    UUID row = UUID.randomUUID();
    return jdbc.sql(
                """
                insert into network.exercise_text (id, workspace_id, version, content, because, by_user, at)
                select :row, :id, :version, :content, :because, :by, :at
                 where :version = 1 + coalesce((select max(version) from network.exercise_text
                                                 where workspace_id = :id), 0)
                on conflict do nothing
                """)
            .param("row", row)
            .param("id", id.value())
            .param("version", version)
            .param("content", sealing.seal(TEXT, row, json.writeValueAsString(text)))
            .param("because", sealing.sealIfAny(BECAUSE, row, because), Types.BINARY)
            .param("by", who.user().value())
            .param("at", now())
            .update()
        == 1;
  }

  /// Its texts, the first first.
  List<Exercise.Version> versions(WorkspaceId id) {
    return jdbc.sql("select * from network.exercise_text where workspace_id = :id order by version")
        .param("id", id.value())
        .query(
            (row, n) -> {
              UUID key = row.getObject("id", UUID.class);
              return new Exercise.Version(
                  row.getInt("version"),
                  json.readValue(
                      sealing.open(TEXT, key, row.getBytes("content")), ExerciseText.class),
                  sealing.openIfAny(BECAUSE, key, row.getBytes("because")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  void addEvent(
      SignedIn who,
      WorkspaceId id,
      UUID event,
      Exercise.EventKind kind,
      LocalDate day,
      String words) {
    jdbc.sql(
            """
            insert into network.review_event (id, workspace_id, kind, day, words, by_user, at)
            values (:event, :id, :kind, :day, :words, :by, :at)
            """)
        .param("event", event)
        .param("id", id.value())
        .param("kind", kind.name())
        .param("day", day)
        .param("words", sealing.seal(EVENT, event, words))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// @return whether there was one that was not taken back yet
  boolean takeBackEvent(SignedIn who, WorkspaceId id, UUID event) {
    return jdbc.sql(
                """
                update network.review_event set taken_back_by = :by, taken_back_at = :at
                 where id = :event and workspace_id = :id and taken_back_at is null
                """)
            .param("by", who.user().value())
            .param("at", now())
            .param("event", event)
            .param("id", id.value())
            .update()
        == 1;
  }

  /// Those that were not taken back, by their day.
  List<Exercise.Event> events(WorkspaceId id) {
    return jdbc.sql(
            """
            select * from network.review_event
             where workspace_id = :id and taken_back_at is null order by day, at
            """)
        .param("id", id.value())
        .query(
            (row, n) -> {
              UUID event = row.getObject("id", UUID.class);
              return new Exercise.Event(
                  event,
                  Exercise.EventKind.valueOf(row.getString("kind")),
                  row.getObject("day", LocalDate.class),
                  sealing.open(EVENT, event, row.getBytes("words")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  /// @param agreedOn and the words, or `null` to open it again
  void end(
      SignedIn who,
      WorkspaceId id,
      @Nullable LocalDate agreedOn,
      @Nullable String why,
      @Nullable String agreedBy) {
    UUID row = UUID.randomUUID();
    String content =
        why == null || agreedBy == null ? null : json.writeValueAsString(new End(why, agreedBy));
    jdbc.sql(
            """
            insert into network.exercise_end (id, workspace_id, is_closed, agreed_on, content, by_user, at)
            values (:row, :id, :closed, :agreed, :content, :by, :at)
            """)
        .param("row", row)
        .param("id", id.value())
        .param("closed", content != null)
        .param("agreed", agreedOn, Types.DATE)
        .param("content", sealing.sealIfAny(END, row, content), Types.BINARY)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  Optional<Exercise.Ended> ended(WorkspaceId id) {
    return jdbc.sql(
            """
            select * from (select * from network.exercise_end where workspace_id = :id
                            order by number desc limit 1) last
             where is_closed
            """)
        .param("id", id.value())
        .query(
            (row, n) -> {
              var end =
                  json.readValue(
                      sealing.open(END, row.getObject("id", UUID.class), row.getBytes("content")),
                      End.class);
              return new Exercise.Ended(
                  row.getObject("agreed_on", LocalDate.class),
                  end.why(),
                  end.agreedBy(),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
