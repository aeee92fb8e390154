package org.sightline.engagement.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL behind [Runs].
@Component
class JdbcRuns {

  private static final SealedColumn NOTE = new SealedColumn("engagement.note", "content");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Integer>> SECONDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Users users;

  JdbcRuns(JdbcClient jdbc, Sealing sealing, Users users) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.users = users;
  }

  Optional<Run> find(SessionId session) {
    Map<String, Run.Said> said = said(session);
    List<Run.Note> notes = notes(session);
    return jdbc.sql("select * from engagement.run where session_id = :session")
        .param("session", session.value())
        .query(
            (row, n) -> {
              return new Run(
                  times(row),
                  row.getInt("maps_out"),
                  row.getInt("maps_in"),
                  row.getInt("students_left"),
                  said,
                  notes);
            })
        .optional();
  }

  void time(Session session, String stage, @Nullable Integer counted, boolean running, Instant at) {
    begin(session);
    var times =
        jdbc.sql("select * from engagement.run where session_id = :session for update")
            .param("session", session.id().value())
            .query((row, n) -> times(row))
            .single()
            .press(stage, counted, running, at);
    jdbc.sql(
            """
            update engagement.run
               set stage = :stage, elapsed_seconds = :elapsed, running_since = :since,
                   elapsed_before = :others::jsonb, pressed_at = :pressed
             where session_id = :session
            """)
        .param("stage", times.stage())
        .param("elapsed", times.elapsed())
        .param("since", inUtc(times.since()))
        .param("others", JSON.writeValueAsString(times.others()))
        .param("pressed", inUtc(times.pressed()))
        .param("session", session.id().value())
        .update();
  }

  private static StageTimes times(ResultSet row) throws SQLException {
    return new StageTimes(
        row.getString("stage"),
        row.getInt("elapsed_seconds"),
        instant(row, "running_since"),
        JSON.readValue(row.getString("elapsed_before"), SECONDS),
        instant(row, "pressed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime inUtc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  void count(Session session, @Nullable Integer out, @Nullable Integer in, @Nullable Integer left) {
    begin(session);
    jdbc.sql(
            """
            update engagement.run
               set maps_out = coalesce(:out::int, maps_out),
                   maps_in = coalesce(:in::int, maps_in),
                   students_left = coalesce(:left::int, students_left)
             where session_id = :session
            """)
        .param("out", out)
        .param("in", in)
        .param("left", left)
        .param("session", session.id().value())
        .update();
  }

  void said(Session session, String line, UserId by, Instant at) {
    begin(session);
    jdbc.sql(
            """
            insert into engagement.cue (session_id, workspace_id, line, said_by, said_at)
            values (:session, :round, :line, :by, :at)
            on conflict do nothing
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("line", line)
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The same entry with the same text is one note. With another text it is another: somebody went
  /// back to a page they had sent already, and wrote on it.
  void note(
      Session session,
      UUID entry,
      @Nullable String question,
      @Nullable ZoneKey zone,
      String text,
      UserId by,
      LocalDate on) {
    begin(session);
    if (!insert(session, entry, question, zone, text, by, on) && isOther(session, entry, text)) {
      insert(session, UUID.randomUUID(), question, zone, text, by, on);
    }
  }

  private boolean isOther(Session session, UUID entry, String text) {
    return notes(session.id()).stream()
        .filter(note -> note.id().equals(entry))
        .anyMatch(note -> !note.isStruck() && !text.equals(note.text()));
  }

  private boolean insert(
      Session session,
      UUID entry,
      @Nullable String question,
      @Nullable ZoneKey zone,
      String text,
      UserId by,
      LocalDate on) {
    return jdbc.sql(
                """
            insert into engagement.note
              (id, session_id, workspace_id, question, zone_key, content, written_by, written_on)
            values (:id, :session, :round, :question, :zone, :content, :by, :on)
            on conflict do nothing
            """)
            .param("id", entry)
            .param("session", session.id().value())
            .param("round", session.round().value())
            .param("question", question)
            .param("zone", zone == null ? null : zone.value())
            .param("content", sealing.seal(NOTE, entry, text))
            .param("by", by.value())
            .param("on", on)
            .update()
        == 1;
  }

  /// What has not been struck out, by session.
  List<RoundNote> notes(WorkspaceId round) {
    return jdbc.sql(
            """
            select n.id, s.number, n.question, n.zone_key, n.content
              from engagement.note n
              join engagement.session s on s.id = n.session_id
             where n.workspace_id = :round and n.struck_on is null
             order by s.number, n.written_on, n.id
            """)
        .param("round", round.value())
        .query((row, n) -> new RoundNote(row.getInt("number"), note(row)))
        .list();
  }

  void strike(Session session, UUID note, UserId by, LocalDate on) {
    jdbc.sql(
            """
            update engagement.note set content = null, struck_by = :by, struck_on = :on
             where id = :note and session_id = :session and struck_on is null
            """)
        .param("note", note)
        .param("session", session.id().value())
        .param("by", by.value())
        .param("on", on)
        .update();
  }

  private void begin(Session session) {
    jdbc.sql(
            """
            insert into engagement.run (session_id, workspace_id, stage, elapsed_seconds)
            values (:session, :round, :stage, 0)
            on conflict do nothing
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("stage", RunSheet.of(session.details().sitting()).stages().getFirst().id())
        .update();
  }

  private Map<String, Run.Said> said(SessionId session) {
    var said = new HashMap<String, Run.Said>();
    jdbc.sql("select line, said_by, said_at from engagement.cue where session_id = :session")
        .param("session", session.value())
        .query(
            (ResultSet row) -> {
              var by = new UserId(row.getObject("said_by", UUID.class));
              said.put(
                  row.getString("line"),
                  new Run.Said(
                      by,
                      users.nameOf(by),
                      row.getObject("said_at", OffsetDateTime.class).toInstant()));
            });
    return said;
  }

  private List<Run.Note> notes(SessionId session) {
    return jdbc.sql(
            """
            select id, question, zone_key, content
              from engagement.note
             where session_id = :session
             order by written_on, id
            """)
        .param("session", session.value())
        .query((row, n) -> note(row))
        .list();
  }

  private Run.Note note(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var zone = row.getObject("zone_key", UUID.class);
    return new Run.Note(
        id,
        row.getString("question"),
        zone == null ? null : new ZoneKey(zone),
        sealing.openIfAny(NOTE, id, row.getBytes("content")));
  }
}
