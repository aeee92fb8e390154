package org.sightline.engagement.marks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Sessions that were open when a backup was made and whose keys are no more: no backup holds a
/// session's key, so nobody can open what waited in them. They go back to being planned, and can be
/// started again. Sheets that were printed stay in the list of those whose slips have lost their
/// key ([PaperSlips#haveLostTheirKey]).
@Component
public class KeylessSessions {

  private final DatabaseSettings database;
  private final SessionKeys keys;

  KeylessSessions(DatabaseSettings database, SessionKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /// How many sessions went back, and how many maps had waited in them.
  public record Lost(int sessions, int maps) {}

  /// With the rights of start-up: no role that works may do this.
  public Lost backToPlanned() {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password())) {
      connection.setAutoCommit(false);
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      var lost = backToPlanned(jdbc);
      connection.commit();
      return lost;
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "The sessions that were open could not be set back: " + failed.getMessage(), failed);
    }
  }

  private Lost backToPlanned(JdbcClient jdbc) {
    int sessions = 0;
    int maps = 0;
    for (UUID session :
        jdbc.sql(
                "select id from engagement.session where started_on is not null and closed_on is null")
            .query(UUID.class)
            .list()) {
      if (!keys.exists(session)) {
        sessions++;
        maps += change(jdbc, session, "delete from student.staged where session_id = :session");
        change(jdbc, session, "delete from student.sheet where session_id = :session");
        change(jdbc, session, "delete from engagement.keyed_sheet where session_id = :session");
        change(jdbc, session, "delete from engagement.pile_file where session_id = :session");
        change(jdbc, session, "delete from engagement.pile_check where session_id = :session");
        change(jdbc, session, "delete from engagement.slip_salt where session_id = :session");
        change(
            jdbc,
            session,
            "update engagement.session set started_on = null, started_by = null where id = :session");
      }
    }
    return new Lost(sessions, maps);
  }

  private static int change(JdbcClient jdbc, UUID session, String sql) {
    return jdbc.sql(sql).param("session", session).update();
  }
}
