package org.sightline.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.DueDate.Kind;
import org.sightline.clocks.DueDate.Said;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The dates pieces of work have to keep. Every method runs inside a process of the caller, who has
/// asked already whether the person may. Nothing is overwritten: a date that is computed anew is
/// another version, and what was missed under the one before stays said.
@Component
public class DueDates {

  private static final SealedColumn BECAUSE = new SealedColumn("clocks.said_of_date", "because");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final RuleBook rules;
  private final Clock clock;

  DueDates(JdbcClient jdbc, Sealing sealing, RuleBook rules, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.rules = rules;
    this.clock = clock;
  }

  /// A date as it was computed just now.
  ///
  /// @param settled whether what starts the clock has happened
  public record Computed(String slot, LocalDate started, boolean settled, Deadline deadline) {}

  /// Keeps a date, unless the one that holds is the same.
  public void keep(SignedIn who, WorkspaceId work, Computed computed) {
    var held =
        of(work).stream()
            .filter(one -> one.slot().equals(computed.slot()))
            .findFirst()
            .orElse(null);
    var due = computed.deadline().lastDay();
    if (held != null
        && held.due().equals(due)
        && held.started().equals(computed.started())
        && held.settled() == computed.settled()) {
      return;
    }
    var rule = rules.rule(computed.deadline().rule());
    jdbc.sql(
            """
            insert into clocks.due_date (id, workspace_id, slot, version, rule, started_on, due_on,
              warn_on, settled, explanation, source, by_user, at)
            values (:id, :work, :slot, :version, :rule, :started, :due, :warn, :settled, :explanation,
              :source, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("slot", computed.slot())
        .param("version", held == null ? 1 : held.version() + 1)
        .param("rule", rule.id().value())
        .param("started", computed.started())
        .param("due", due)
        .param("warn", due.minusDays(rule.warning()))
        .param("settled", computed.settled())
        .param("explanation", computed.deadline().explanation())
        .param("source", rule.source().requirement() + ": " + rule.source().guidance())
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Says something of a date. What was said before stays.
  public void say(
      SignedIn who,
      WorkspaceId work,
      String slot,
      Kind kind,
      @Nullable LocalDate day,
      @Nullable String because) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into clocks.said_of_date (id, workspace_id, slot, kind, day, because, by_user, at)
            values (:id, :work, :slot, :kind, :day, :because, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("slot", slot)
        .param("kind", kind.name())
        .param("day", day, Types.DATE)
        .param("because", sealing.sealIfAny(BECAUSE, id, because), Types.BINARY)
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Stops every clock of a piece of work, because it was closed, or lets them run again.
  ///
  /// @param day on which they stood still, or `null` when they run
  public void stop(SignedIn who, WorkspaceId work, @Nullable LocalDate day) {
    jdbc.sql(
            """
            insert into clocks.stopped (id, workspace_id, stopped_on, by_user, at)
            values (:id, :work, :day, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("day", day, Types.DATE)
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The dates that hold, by their day.
  public List<DueDate> of(WorkspaceId work) {
    return jdbc.sql(
            """
            select d.*, s.id as said_id, s.kind, s.day, s.because, s.by_user as said_by,
                   s.at as said_at, m.missed, t.stopped_on
              from (select distinct on (slot) *
                      from clocks.due_date where workspace_id = :work
                     order by slot, version desc) d
              left join lateral (select * from clocks.said_of_date t
                     where t.workspace_id = d.workspace_id and t.slot = d.slot
                     order by t.number desc limit 1) s on true
              left join lateral (select min(e.due_on) as missed
                     from clocks.due_date e join clocks.due_date later
                       on later.workspace_id = e.workspace_id and later.slot = e.slot
                      and later.version = e.version + 1
                    where e.workspace_id = d.workspace_id and e.slot = d.slot and e.settled
                      and (later.at at time zone 'Europe/London')::date > e.due_on) m on true
              left join lateral (select stopped_on from clocks.stopped p
                     where p.workspace_id = d.workspace_id order by p.number desc limit 1) t on true
             order by d.due_on, d.slot
            """)
        .param("work", work.value())
        .query((row, n) -> date(row))
        .list();
  }

  /// Every version of one date, the first first, with what was said of it, in sentences' parts.
  public List<Said> saidOf(WorkspaceId work, String slot) {
    return new ArrayList<>(
        jdbc.sql(
                """
                select id as said_id, kind, day, because, by_user as said_by, at as said_at
                  from clocks.said_of_date
                 where workspace_id = :work and slot = :slot order by number
                """)
            .param("work", work.value())
            .param("slot", slot)
            .query((row, n) -> said(row))
            .list());
  }

  /// An earlier version of a date.
  public record Earlier(int version, LocalDate due, String explanation, UserId by) {}

  public List<Earlier> earlier(WorkspaceId work, String slot) {
    return jdbc.sql(
            """
            select version, due_on, explanation, by_user from clocks.due_date
             where workspace_id = :work and slot = :slot
             order by version desc offset 1
            """)
        .param("work", work.value())
        .param("slot", slot)
        .query(
            (row, n) ->
                new Earlier(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    new UserId(row.getObject(4, UUID.class))))
        .list();
  }

  private DueDate date(ResultSet row) throws SQLException {
    return new DueDate(
        row.getString("slot"),
        row.getInt("version"),
        row.getString("rule"),
        row.getObject("started_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("warn_on", LocalDate.class),
        row.getBoolean("settled"),
        row.getString("explanation"),
        row.getString("source"),
        row.getObject("missed", LocalDate.class),
        row.getObject("stopped_on", LocalDate.class),
        row.getObject("said_id") == null ? Said.NOTHING : said(row));
  }

  private Said said(ResultSet row) throws SQLException {
    UUID id = row.getObject("said_id", UUID.class);
    return new Said(
        Kind.valueOf(row.getString("kind")),
        row.getObject("day", LocalDate.class),
        sealing.openIfAny(BECAUSE, id, row.getBytes("because")),
        new UserId(row.getObject("said_by", UUID.class)),
        row.getObject("said_at", OffsetDateTime.class).toInstant());
  }
}
