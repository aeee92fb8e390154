package org.sightline.engagement.pile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the places a person looks at. The database shows them to whoever dropped the pile and
/// to nobody else. Their ids are random, so that places of one sheet do not come together.
@Component
class JdbcZones {

  private final JdbcClient jdbc;
  private final SessionKeys keys;

  JdbcZones(JdbcClient jdbc, SessionKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  void add(Session session, UserId by, UUID file, int page, int place, Looked read, byte[] crop) {
    jdbc.sql(
            """
            insert into engagement.pile_zone
              (id, file_id, number, session_id, dropped_by, skipped, content, crop)
            values (:id, :file, :page, :session, :by, 0, :content, :crop)
            """)
        .param("id", UUID.randomUUID())
        .param("file", file)
        .param("page", page)
        .param("session", session.id().value())
        .param("by", by.value())
        .param("content", seal(session.id(), ShownZone.print(place, read, Looked.NOTHING)))
        .param("crop", keys.seal(session.id().value(), crop))
        .update();
  }

  /// The next that nobody has decided: those that were skipped come last.
  Optional<ShownZone> next(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select id, file_id, number, turn, content from engagement.pile_zone
             where session_id = :session and dropped_by = :by and turn is null
             order by skipped, id
             limit 1
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query((row, n) -> zone(row, session))
        .optional();
  }

  Optional<ShownZone> find(SessionId session, UUID id) {
    return jdbc.sql(
            """
            select id, file_id, number, turn, content from engagement.pile_zone
             where session_id = :session and id = :id
               for update
            """)
        .param("session", session.value())
        .param("id", id)
        .query((row, n) -> zone(row, session))
        .optional();
  }

  Optional<ShownZone> last(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select id, file_id, number, turn, content from engagement.pile_zone
             where session_id = :session and dropped_by = :by and turn is not null
             order by turn desc
             limit 1
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query((row, n) -> zone(row, session))
        .optional();
  }

  List<ShownZone> of(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select id, file_id, number, turn, content from engagement.pile_zone
             where session_id = :session and dropped_by = :by
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query((row, n) -> zone(row, session))
        .list();
  }

  List<ShownZone> onPage(SessionId session, UUID file, int page) {
    return jdbc.sql(
            """
            select id, file_id, number, turn, content from engagement.pile_zone
             where file_id = :file and number = :page
            """)
        .param("file", file)
        .param("page", page)
        .query((row, n) -> zone(row, session))
        .list();
  }

  Optional<byte[]> crop(SessionId session, UUID id) {
    return jdbc.sql(
            "select crop from engagement.pile_zone where session_id = :session and id = :id")
        .param("session", session.value())
        .param("id", id)
        .query((row, n) -> keys.open(session.value(), row.getBytes(1)))
        .optional();
  }

  void decide(SessionId session, UserId by, ShownZone zone) {
    jdbc.sql(
            """
            update engagement.pile_zone
               set content = :content,
                   turn = (select coalesce(max(turn), 0) + 1 from engagement.pile_zone
                            where session_id = :session and dropped_by = :by)
             where id = :id
            """)
        .param("content", seal(session, zone.print()))
        .param("session", session.value())
        .param("by", by.value())
        .param("id", zone.id())
        .update();
  }

  void undo(SessionId session, ShownZone zone) {
    jdbc.sql(
            "update engagement.pile_zone set content = :content, turn = null, skipped = -1 where id = :id")
        .param("content", seal(session, zone.decided(Looked.NOTHING).print()))
        .param("id", zone.id())
        .update();
  }

  void skip(SessionId session, UserId by, ShownZone zone) {
    jdbc.sql(
            """
            update engagement.pile_zone
               set skipped = (select max(skipped) + 1 from engagement.pile_zone
                               where session_id = :session and dropped_by = :by)
             where id = :id
            """)
        .param("session", session.value())
        .param("by", by.value())
        .param("id", zone.id())
        .update();
  }

  void forgetOnPage(UUID file, int page) {
    jdbc.sql("delete from engagement.pile_zone where file_id = :file and number = :page")
        .param("file", file)
        .param("page", page)
        .update();
  }

  int forget(SessionId session, UserId by) {
    return jdbc.sql(
            "delete from engagement.pile_zone where session_id = :session and dropped_by = :by")
        .param("session", session.value())
        .param("by", by.value())
        .update();
  }

  private ShownZone zone(ResultSet row, SessionId session) throws SQLException {
    return ShownZone.of(
        row.getObject("id", UUID.class),
        row.getObject("file_id", UUID.class),
        row.getInt("number"),
        row.getObject("turn", Integer.class),
        new String(keys.open(session.value(), row.getBytes("content")), StandardCharsets.UTF_8));
  }

  private byte[] seal(SessionId session, String text) {
    return keys.seal(session.value(), text.getBytes(StandardCharsets.UTF_8));
  }
}
