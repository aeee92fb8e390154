package org.sightline.engagement.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [Rounds].
@Component
class JdbcRounds {

  private final JdbcClient jdbc;

  JdbcRounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Round> all() {
    return jdbc.sql(
            """
            select workspace_id, school, title, plan_version, before, opened_on, tell_by,
                   ended_on
              from engagement.round
             order by opened_on desc, title
            """)
        .query((row, n) -> round(row))
        .list();
  }

  Round find(WorkspaceId id) {
    return jdbc.sql(
            """
            select workspace_id, school, title, plan_version, before, opened_on, tell_by,
                   ended_on
              from engagement.round
             where workspace_id = :id
            """)
        .param("id", id.value())
        .query((row, n) -> round(row))
        .optional()
        .orElseThrow(NotThere::new);
  }

  void add(Round round) {
    jdbc.sql(
            """
            insert into engagement.round
              (workspace_id, school, title, plan_version, before, opened_on)
            values (:id, :school, :title, :plan, :before, :on)
            """)
        .param("id", round.id().value())
        .param("school", round.school().value())
        .param("title", round.title())
        .param("plan", round.planVersion().value())
        .param("before", round.before() == null ? null : round.before().value())
        .param("on", round.openedOn())
        .update();
  }

  /// The day of the last session that was held, or that on which the round was opened.
  LocalDate lastHeld(Round round) {
    return jdbc.sql(
            """
            select coalesce(max(held_on), :opened)
              from engagement.session
             where workspace_id = :round and closed_on is not null
            """)
        .param("opened", round.openedOn())
        .param("round", round.id().value())
        .query(LocalDate.class)
        .single();
  }

  boolean hasUnclosedSession(WorkspaceId round) {
    return jdbc.sql(
            """
            select exists (
              select 1 from engagement.session
               where workspace_id = :round and started_on is not null and closed_on is null)
            """)
        .param("round", round.value())
        .query(Boolean.class)
        .single();
  }

  void tellBy(WorkspaceId round, LocalDate day) {
    jdbc.sql("update engagement.round set tell_by = :day where workspace_id = :round")
        .param("day", day)
        .param("round", round.value())
        .update();
  }

  void end(WorkspaceId round, LocalDate on) {
    jdbc.sql("update engagement.round set ended_on = :on where workspace_id = :round")
        .param("on", on)
        .param("round", round.value())
        .update();
  }

  private static Round round(ResultSet row) throws SQLException {
    var before = row.getObject("before", UUID.class);
    var openedOn = row.getObject("opened_on", LocalDate.class);
    var tellBy = row.getObject("tell_by", LocalDate.class);
    return new Round(
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        new WorkspaceId(row.getObject("school", UUID.class)),
        row.getString("title"),
        new PlanVersionId(row.getObject("plan_version", UUID.class)),
        before == null ? null : new WorkspaceId(before),
        openedOn,
        tellBy == null ? Round.usualTellBy(openedOn) : tellBy,
        row.getObject("ended_on", LocalDate.class));
  }
}
