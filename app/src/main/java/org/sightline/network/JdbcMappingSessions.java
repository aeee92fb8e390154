package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MappingSession.Attendance;
import org.sightline.network.MappingSession.Invited;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.MappingSession.Said;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sessions in the database. Everything is only ever added, or taken back and said again.
@Component
class JdbcMappingSessions {

  private static final SealedColumn INVITED = new SealedColumn("network.invitation", "content");
  private static final SealedColumn SAID = new SealedColumn("network.session_note", "content");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcMappingSessions(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  void add(SignedIn who, WorkspaceId work, UUID id, MappingSession.Kind kind, String slot) {
    jdbc.sql(
            """
            insert into network.session (id, workspace_id, kind, slot, by_user, at)
            values (:id, :work, :kind, :slot, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("kind", kind.name())
        .param("slot", slot)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void day(SignedIn who, WorkspaceId work, UUID session, LocalDate day, boolean isHeld) {
    jdbc.sql(
            """
            insert into network.session_day (id, workspace_id, session_id, is_held, day, by_user, at)
            values (:id, :work, :session, :held, :day, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("session", session)
        .param("held", isHeld)
        .param("day", day)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void invite(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      UUID id,
      String partner,
      MappingSession.Content content) {
    jdbc.sql(
            """
            insert into network.invitation (id, workspace_id, session_id, partner, content, by_user, at)
            values (:id, :work, :session, :partner, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("partner", partner)
        .param("content", sealing.seal(INVITED, id, json.writeValueAsString(content)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void attend(SignedIn who, WorkspaceId work, UUID invitation, Attendance said) {
    jdbc.sql(
            """
            insert into network.attendance (id, workspace_id, invitation_id, said, by_user, at)
            values (:id, :work, :invitation, :said, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("invitation", invitation)
        .param("said", said.name())
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void note(SignedIn who, WorkspaceId work, UUID session, UUID id, NoteKind kind, String words) {
    jdbc.sql(
            """
            insert into network.session_note (id, workspace_id, session_id, kind, content, by_user, at)
            values (:id, :work, :session, :kind, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("kind", kind.name())
        .param("content", sealing.seal(SAID, id, words))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// What can be taken back and said again.
  enum Table {
    SESSION("update network.session set taken_back_by = :by, taken_back_at = :at"),
    INVITATION("update network.invitation set taken_back_by = :by, taken_back_at = :at"),
    NOTE("update network.session_note set taken_back_by = :by, taken_back_at = :at");

    private final String update;

    Table(String update) {
      this.update = update;
    }
  }

  /// @return whether it was the other way before
  boolean takeBack(SignedIn who, WorkspaceId work, Table table, UUID id, boolean back) {
    return jdbc.sql(
                table.update
                    + " where id = :id and workspace_id = :work and (taken_back_at is null) = :back")
            .param("by", back ? who.user().value() : null, Types.OTHER)
            .param("at", back ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("work", work.value())
            .param("back", back)
            .update()
        == 1;
  }

  /// @throws NotThere when there is none, or it was taken back
  MappingSession standing(WorkspaceId work, UUID session) {
    return of(work).stream()
        .filter(one -> one.id().equals(session) && !one.isOver())
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// In the order in which they were planned, those that were taken back too.
  List<MappingSession> of(WorkspaceId work) {
    var invited = invited(work);
    var said = said(work);
    return jdbc.sql(
            """
            select s.*, d.day, coalesce(d.is_held, false) as is_held
              from network.session s
              left join lateral (select * from network.session_day t
                     where t.session_id = s.id order by t.number desc limit 1) d on true
             where s.workspace_id = :work order by s.number
            """)
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new MappingSession(
                  id,
                  MappingSession.Kind.valueOf(row.getString("kind")),
                  row.getString("slot"),
                  row.getObject("day", LocalDate.class),
                  row.getBoolean("is_held"),
                  row.getObject("taken_back_at") != null,
                  List.copyOf(invited.getOrDefault(id, List.of())),
                  List.copyOf(said.getOrDefault(id, List.of())));
            })
        .list();
  }

  private Map<UUID, List<Invited>> invited(WorkspaceId work) {
    var invited = new HashMap<UUID, List<Invited>>();
    jdbc.sql(
            """
            select i.*, coalesce(a.said, 'NOT_SAID') as said
              from network.invitation i
              left join lateral (select * from network.attendance t
                     where t.invitation_id = i.id order by t.number desc limit 1) a on true
             where i.workspace_id = :work order by i.number
            """)
        .param("work", work.value())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              var content =
                  json.readValue(
                      sealing.open(INVITED, id, row.getBytes("content")),
                      MappingSession.Content.class);
              invited
                  .computeIfAbsent(
                      row.getObject("session_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Invited(
                          id,
                          row.getString("partner"),
                          content.name(),
                          content.agency(),
                          content.role(),
                          Attendance.valueOf(row.getString("said")),
                          by(row),
                          at(row),
                          row.getObject("taken_back_at") != null));
            });
    return invited;
  }

  private Map<UUID, List<Said>> said(WorkspaceId work) {
    var said = new HashMap<UUID, List<Said>>();
    jdbc.sql("select * from network.session_note where workspace_id = :work order by number")
        .param("work", work.value())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              said.computeIfAbsent(
                      row.getObject("session_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Said(
                          id,
                          NoteKind.valueOf(row.getString("kind")),
                          sealing.open(SAID, id, row.getBytes("content")),
                          by(row),
                          at(row),
                          row.getObject("taken_back_at") != null));
            });
    return said;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UserId by(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
