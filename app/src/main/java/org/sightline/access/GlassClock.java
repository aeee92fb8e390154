package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Role;
import org.sightline.kernel.Waiting;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells those who look after a place within a minute that glass was broken there, and the head and
/// the governance reader when nobody has said within five working days what came of it (AC-09).
/// Nobody else is told, and the mail says no more than that something waits.
@Component
class GlassClock {

  static final String TO_REVIEW = "access.glass-to-review";
  static final String OVERDUE = "access.glass-overdue";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;
  private final MailOfPeople people;
  private final Clock clock;

  GlassClock(
      SystemProcesses processes,
      SystemStore store,
      Alerts alerts,
      ApplicationEventPublisher events,
      MailOfPeople people,
      Clock clock) {
    this.processes = processes;
    this.people = people;
    this.store = store;
    this.alerts = alerts;
    this.events = events;
    this.clock = clock;
  }

  private record Glass(UUID id, UUID user, WorkspaceId workspace) {}

  @Scheduled(
      initialDelayString = "${sightline.access.glass-delay:PT10S}",
      fixedDelayString = "${sightline.access.glass-every:PT20S}")
  void byTheClock() {
    tell();
    escalate(LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))));
  }

  void tell() {
    for (var glass : processes.look(this::untold)) {
      processes.change(
          Act.in(glass.workspace(), "access.glass-told", glass.id()),
          () -> {
            if (markTold(glass)) {
              waits(
                  glass,
                  TO_REVIEW,
                  Role.ROUND_OWNER,
                  Role.CHAIR,
                  Role.SAFEGUARDING_LEAD,
                  Role.GOVERNANCE);
            }
            return true;
          });
    }
  }

  void escalate(LocalDate today) {
    for (var glass : processes.look(() -> overdue(today))) {
      processes.change(
          Act.in(glass.workspace(), "access.glass-escalated", glass.id()),
          () -> {
            if (markEscalated(glass)) {
              alerts.raise("glass-not-reviewed", glass.user(), glass.workspace());
              waits(glass, OVERDUE, Role.HEAD, Role.GOVERNANCE);
            }
            return true;
          });
    }
  }

  /// Tells whoever holds one of the roles there, or where it lies; where nobody reads for
  /// governance, the alias of those who do.
  private void waits(Glass glass, String kind, Role... roles) {
    var told = EnumSet.noneOf(Role.class);
    for (WorkspaceId place : places(glass.workspace())) {
      for (Role role : roles) {
        if (!people.holding(place, role).isEmpty()) {
          told.add(role);
          waits(glass, kind, place, role);
        }
      }
    }
    if (!told.contains(Role.GOVERNANCE)) {
      waits(glass, kind, glass.workspace(), Role.GOVERNANCE);
    }
  }

  private void waits(Glass glass, String kind, WorkspaceId place, Role role) {
    events.publishEvent(Waiting.forRole(place, role, kind, "/break-glass-reviews", glass.id()));
  }

  /// The workspace, and the school or team it is of.
  private List<WorkspaceId> places(WorkspaceId workspace) {
    return store
        .jdbc()
        .sql(
            """
            select id from access.workspace
             where id = :workspace
                or id = (select w.parent from access.workspace w where w.id = :workspace)
             order by id = :workspace desc
            """)
        .param("workspace", workspace.value())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .list();
  }

  private List<Glass> untold() {
    return store
        .jdbc()
        .sql("select id, user_id, workspace_id from access.break_glass where told_at is null")
        .query((row, n) -> glass(row))
        .list();
  }

  private List<Glass> overdue(LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            select g.id, g.user_id, g.workspace_id
              from access.break_glass g
             where g.due_on < :today and g.escalated_at is null
               and not exists (select 1 from access.break_glass_review r where r.glass_id = g.id)
            """)
        .param("today", today)
        .query((row, n) -> glass(row))
        .list();
  }

  /// Whether this copy of the application was the first.
  private boolean markTold(Glass glass) {
    return store
            .jdbc()
            .sql("update access.break_glass set told_at = now() where id = :id and told_at is null")
            .param("id", glass.id())
            .update()
        == 1;
  }

  private boolean markEscalated(Glass glass) {
    return store
            .jdbc()
            .sql(
                """
                update access.break_glass set escalated_at = now()
                 where id = :id and escalated_at is null
                """)
            .param("id", glass.id())
            .update()
        == 1;
  }

  private static Glass glass(ResultSet row) throws SQLException {
    return new Glass(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        new WorkspaceId(row.getObject("workspace_id", UUID.class)));
  }
}
