package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Suspends accounts nobody has signed in with for 45 days, and warns a week before (AC-17). The
/// last who can administer a place is never suspended: governance is alerted instead. Whoever
/// switches people on again does so with these too.
@Component
class Dormancy {

  private static final String WARNING = "access.dormant-near";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Administrators administrators;
  private final UpkeepDays days;
  private final Alerts alerts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Dormancy(
      SystemProcesses processes,
      SystemStore store,
      Administrators administrators,
      UpkeepDays days,
      Alerts alerts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.store = store;
    this.administrators = administrators;
    this.days = days;
    this.alerts = alerts;
    this.events = events;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sightline.access.upkeep-delay:PT30S}",
      fixedDelayString = "${sightline.access.upkeep-every:PT15M}")
  void byTheClock() {
    var today = today();
    accounts().forEach(user -> look(user, today));
  }

  /// Somebody has signed in: the count starts anew.
  void signedIn(UserId user) {
    processes.look(
        () -> {
          boolean warned =
              store
                      .jdbc()
                      .sql(
                          """
                          update access.user_account set warned_on = null
                           where id = :id and warned_on is not null
                          """)
                      .param("id", user.value())
                      .update()
                  == 1;
          store
              .jdbc()
              .sql(
                  """
                  update access.user_account set signed_in_on = :today, counted_from = :today
                   where id = :id and signed_in_on is distinct from :today
                  """)
              .param("id", user.value())
              .param("today", today())
              .update();
          if (warned) {
            events.publishEvent(new Waiting.Settled(WARNING, user.value()));
          }
          return true;
        });
  }

  /// Where one account stands.
  private record Account(LocalDate countedFrom, @Nullable LocalDate warnedOn) {}

  /// What this day brings for one account; asked again, nothing more.
  void look(UserId user, LocalDate today) {
    var found = processes.look(() -> account(user)).orElse(null);
    if (found == null) {
      return;
    }
    var suspended = days.suspended(found.countedFrom());
    var warned = found.warnedOn();
    if (warned == null && !today.isBefore(days.warned(suspended))) {
      warn(user, found, today);
    } else if (warned != null
        && !today.isBefore(suspended)
        && !today.isBefore(warned.plusDays(days.warnedFor()))) {
      suspend(user, found, today);
    }
  }

  private void warn(UserId user, Account account, LocalDate today) {
    processes.change(
        Act.of("access.dormant-warned", user.value()),
        () -> {
          int changed =
              store
                  .jdbc()
                  .sql(
                      """
                      update access.user_account set warned_on = :today
                       where id = :id and counted_from = :counted and disabled_on is null
                         and warned_on is null
                      """)
                  .param("id", user.value())
                  .param("counted", account.countedFrom())
                  .param("today", today)
                  .update();
          if (changed == 1) {
            events.publishEvent(Waiting.forPerson(user, WARNING, "/your-sign-in", user.value()));
          }
          return true;
        });
  }

  /// Nobody is suspended who was not warned in time, however long the application was away.
  private void suspend(UserId user, Account account, LocalDate today) {
    boolean suspended =
        processes.look(
            () -> {
              if (administrators.isLastAnywhere(user)) {
                return false;
              }
              processes.change(
                  Act.of("access.dormant-suspended", user.value()),
                  () -> switchOff(user, account, today));
              events.publishEvent(new Waiting.Settled(WARNING, user.value()));
              return true;
            });
    if (!suspended) {
      alerts.raiseOnce(
          "last-administrator-dormant", user.value(), null, user + " " + account.countedFrom());
    }
  }

  private int switchOff(UserId user, Account account, LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            update access.user_account set disabled_on = :today, suspended_on = :today
             where id = :id and counted_from = :counted and warned_on = :warned
               and disabled_on is null
            """)
        .param("id", user.value())
        .param("counted", account.countedFrom())
        .param("warned", account.warnedOn())
        .param("today", today)
        .update();
  }

  private Optional<Account> account(UserId user) {
    return store
        .jdbc()
        .sql(
            """
            select counted_from, warned_on from access.user_account
             where id = :id and disabled_on is null
            """)
        .param("id", user.value())
        .query(
            (row, n) ->
                new Account(
                    row.getObject("counted_from", LocalDate.class),
                    row.getObject("warned_on", LocalDate.class)))
        .optional();
  }

  private List<UserId> accounts() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select id from access.user_account
                     where disabled_on is null
                     order by counted_from, id
                    """)
                .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
                .list());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
