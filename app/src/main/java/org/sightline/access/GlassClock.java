package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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

/// Tells the owner within a minute that glass was broken, and alerts again when nobody has said
/// within five working days what came of it (AC-09).
@Component
class GlassClock {

  static final String TO_REVIEW = "access.glass-to-review";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  GlassClock(
      SystemProcesses processes,
      SystemStore store,
      Alerts alerts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
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
              events.publishEvent(new GlassBroken(glass.workspace(), false));
              events.publishEvent(
                  Waiting.forRole(
                      glass.workspace(),
                      Role.CHAIR,
                      TO_REVIEW,
                      "/break-glass-reviews",
                      glass.id()));
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
              events.publishEvent(new GlassBroken(glass.workspace(), true));
            }
            return true;
          });
    }
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
