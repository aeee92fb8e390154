package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of closing, under the staff role.
@Component
class JdbcMarks {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  JdbcMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A sealed map in staging; the order of a list of them means nothing and is not kept.
  record Waiting(UUID id, byte @Nullable [] content) {}

  /// A map with its slip in the closed form, ready to be counted.
  record Counted(MarkedMap map, @Nullable SlipHash closedSlip) {}

  void addSalt(SessionId session, WorkspaceId round) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    jdbc.sql(
            """
            insert into engagement.slip_salt (session_id, workspace_id, salt)
            values (:session, :round, :salt)
            """)
        .param("session", session.value())
        .param("round", round.value())
        .param("salt", salt)
        .update();
  }

  /// Nothing when the session has not started, or is not theirs to close.
  Optional<byte[]> salt(SessionId session) {
    return jdbc.sql("select salt from engagement.slip_salt where session_id = :session")
        .param("session", session.value())
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  Optional<OpenSheet> sheet(SessionId session) {
    return jdbc.sql(
            "select session_id, tag, plan, last_day from student.sheet where session_id = :session")
        .param("session", session.value())
        .query((row, n) -> JdbcStudentSite.sheet(row))
        .optional();
  }

  /// Waits for maps that are being sent, and holds up later ones until the closing has ended.
  void shutDoor(SessionId session) {
    jdbc.sql("select 1 from student.sheet where session_id = :session for update")
        .param("session", session.value())
        .query(Integer.class)
        .list();
  }

  List<Waiting> waiting(SessionId session) {
    return jdbc.sql("select id, content from student.staged where session_id = :session")
        .param("session", session.value())
        .query((row, n) -> new Waiting(row.getObject("id", UUID.class), row.getBytes("content")))
        .list();
  }

  Set<String> usedPaperSlips(SessionId session) {
    return new HashSet<>(
        jdbc.sql("select slip from student.paper_slip where session_id = :session and used")
            .param("session", session.value())
            .query(String.class)
            .list());
  }

  void clearStaging(SessionId session) {
    for (String clear :
        List.of(
            "delete from student.staged where session_id = :session",
            "delete from student.paper_slip where session_id = :session",
            "delete from student.sheet where session_id = :session")) {
      jdbc.sql(clear).param("session", session.value()).update();
    }
  }

  /// Writes the maps in the order given, which must be random; then the marks of all of them in the
  /// order of their random map ids.
  void add(Session session, List<Counted> maps) {
    var mapRows = JSON.createArrayNode();
    var markRows = JSON.createArrayNode();
    for (Counted counted : maps) {
      String id = UUID.randomUUID().toString();
      var row = mapRows.addObject().put("id", id).put("year_group", counted.map().yearGroup());
      row.put("slip_hash", counted.closedSlip() == null ? null : counted.closedSlip().stored());
      counted
          .map()
          .marks()
          .forEach(
              (zone, level) ->
                  markRows
                      .addObject()
                      .put("map_id", id)
                      .put("zone_key", zone.toString())
                      .put("level", level.name()));
    }
    insertMaps(session, mapRows.toString());
    insertMarks(session, markRows.toString());
  }

  private void insertMaps(Session session, String rows) {
    jdbc.sql(
            """
            insert into engagement.map (id, workspace_id, session_id, year_group, slip_hash)
            select r.id, :round, :session, r.year_group, r.slip_hash
              from jsonb_to_recordset(cast(:rows as jsonb))
                as r (id uuid, year_group int, slip_hash text)
            """)
        .param("round", session.round().value())
        .param("session", session.id().value())
        .param("rows", rows)
        .update();
  }

  private void insertMarks(Session session, String rows) {
    jdbc.sql(
            """
            insert into engagement.mark (map_id, zone_key, workspace_id, level)
            select r.map_id, r.zone_key, :round, r.level
              from jsonb_to_recordset(cast(:rows as jsonb))
                as r (map_id uuid, zone_key uuid, level text)
             order by r.map_id, r.zone_key
            """)
        .param("round", session.round().value())
        .param("rows", rows)
        .update();
  }
}
