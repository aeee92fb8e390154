package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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

/// Brings the roles of every school, team and piece of work round once a quarter, reminds those who
/// look after it, and tells governance when nobody has looked (AC-17).
@Component
class RoleReviewClock {

  static final String CAME_ROUND = "access.roles-came-round";
  static final String OVERDUE = "access.roles-overdue";
  static final String LEFT = "access.roles-left";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final RoleReviewRows rows;
  private final UpkeepDays days;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RoleReviewClock(
      SystemProcesses processes,
      SystemStore store,
      RoleReviewRows rows,
      UpkeepDays days,
      Alerts alerts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.store = store;
    this.rows = rows;
    this.days = days;
    this.alerts = alerts;
    this.events = events;
    this.clock = clock;
  }

  /// A place, and when its roles last came round.
  private record Place(
      WorkspaceId id, String kind, @Nullable UUID parent, LocalDate last, boolean open) {}

  /// What waits to be done of a review.
  private record Open(
      UUID id,
      Place place,
      LocalDate due,
      LocalDate tell,
      @Nullable LocalDate reminded,
      @Nullable LocalDate told) {}

  @Scheduled(
      initialDelayString = "${sightline.access.upkeep-delay:PT30S}",
      fixedDelayString = "${sightline.access.upkeep-every:PT15M}")
  void byTheClock() {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    processes.look(this::places).forEach(place -> look(place, today));
  }

  /// What this day brings for one place; asked again, nothing more.
  void look(WorkspaceId place, LocalDate today) {
    processes.look(this::places).stream()
        .filter(known -> known.id().equals(place))
        .forEach(known -> look(known, today));
  }

  private void look(Place place, LocalDate today) {
    if (!place.open() && !today.isBefore(days.rolesAfter(place.last()))) {
      begin(place, today);
    }
    processes.look(() -> open(place)).ifPresent(review -> look(review, today));
  }

  private void look(Open review, LocalDate today) {
    if (processes.look(() -> rows.close(review.id(), null, today))) {
      settle(review.id());
      return;
    }
    if (review.reminded() == null && today.isAfter(review.due())) {
      mark(
          review,
          "access.roles-reminded",
          () -> reminded(review, today),
          () -> tellKeepers(review.place(), OVERDUE, review.id()));
    }
    if (review.told() == null && today.isAfter(review.tell())) {
      mark(review, "access.roles-told", () -> told(review, today), () -> tellGovernance(review));
    }
  }

  private void begin(Place place, LocalDate today) {
    var id = UUID.randomUUID();
    var due = days.rolesDue(today);
    processes.change(
        Act.in(place.id(), "access.roles-came-round", id),
        () -> {
          int begun =
              store
                  .jdbc()
                  .sql(
                      """
                      insert into access.role_review
                        (id, workspace_id, kind, parent_id, begun_on, due_on, tell_on)
                      select :id, :place, :kind, :parent::uuid, :today, :due, :tell
                       where not exists (select 1 from access.role_review
                               where workspace_id = :place and done_on is null)
                      on conflict do nothing
                      """)
                  .param("id", id)
                  .param("place", place.id().value())
                  .param("kind", place.kind())
                  .param("parent", place.parent())
                  .param("today", today)
                  .param("due", due)
                  .param("tell", days.rolesTold(due))
                  .update();
          if (begun == 1) {
            tellKeepers(place, CAME_ROUND, id);
          }
          return true;
        });
  }

  /// @param first whether this copy of the application was the first
  private void mark(Open review, String act, BooleanSupplier first, Runnable telling) {
    processes.change(
        Act.in(review.place().id(), act, review.id()),
        () -> {
          if (first.getAsBoolean()) {
            telling.run();
          }
          return true;
        });
  }

  private boolean reminded(Open review, LocalDate today) {
    return store
            .jdbc()
            .sql(
                """
                update access.role_review set reminded_on = :today
                 where id = :id and reminded_on is null
                """)
            .param("id", review.id())
            .param("today", today)
            .update()
        == 1;
  }

  private boolean told(Open review, LocalDate today) {
    return store
            .jdbc()
            .sql(
                "update access.role_review set told_on = :today where id = :id and told_on is null")
            .param("id", review.id())
            .param("today", today)
            .update()
        == 1;
  }

  private void tellKeepers(Place place, String kind, UUID review) {
    var keepers =
        place.kind().equals("SCHOOL")
            ? List.of(Role.SAFEGUARDING_LEAD, Role.HEAD)
            : List.of(Role.CHAIR);
    for (var role : keepers) {
      events.publishEvent(
          Waiting.forRole(place.id(), role, kind, "/role-reviews/" + review, review));
    }
  }

  private void tellGovernance(Open review) {
    var place = review.place();
    var where = place.parent() == null ? place.id() : new WorkspaceId(place.parent());
    events.publishEvent(
        Waiting.forRole(where, Role.GOVERNANCE, LEFT, "/role-reviews/" + review.id(), review.id()));
    alerts.raiseOnce("roles-not-looked-through", null, place.id(), review.id().toString());
  }

  private void settle(UUID review) {
    processes.look(
        () -> {
          settled(events, review);
          return true;
        });
  }

  static void settled(ApplicationEventPublisher events, UUID review) {
    for (String kind : List.of(CAME_ROUND, OVERDUE, LEFT)) {
      events.publishEvent(new Waiting.Settled(kind, review));
    }
  }

  private List<Place> places() {
    return store
        .jdbc()
        .sql(
            """
            select w.id, w.kind, w.parent,
                   coalesce(max(r.begun_on), w.opened_on) as last,
                   count(r.id) filter (where r.done_on is null) > 0 as open
              from access.workspace w
              left join access.role_review r on r.workspace_id = w.id
             where w.kind in ('SCHOOL', 'TEAM', 'CASEWORK')
             group by w.id
             order by w.opened_on, w.id
            """)
        .query((row, n) -> place(row))
        .list();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new WorkspaceId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getObject("parent", UUID.class),
        row.getObject("last", LocalDate.class),
        row.getBoolean("open"));
  }

  private Optional<Open> open(Place place) {
    return store
        .jdbc()
        .sql("select * from access.role_review where workspace_id = :place and done_on is null")
        .param("place", place.id().value())
        .query(
            (row, n) ->
                new Open(
                    row.getObject("id", UUID.class),
                    place,
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("tell_on", LocalDate.class),
                    row.getObject("reminded_on", LocalDate.class),
                    row.getObject("told_on", LocalDate.class)))
        .optional();
  }
}
