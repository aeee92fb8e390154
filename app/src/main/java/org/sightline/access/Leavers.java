package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Signs out, within a minute, whoever has left: every role they had has ended, and every pass, or
/// they are switched off (AC-07, AC-17). What they had open shows nothing from the next request on
/// anyhow. Newcomers who never had a role stay.
@Component
class Leavers {

  private final SystemProcesses processes;
  private final SystemStore store;
  private final OpenBrowsers browsers;
  private final Clock clock;

  Leavers(SystemProcesses processes, SystemStore store, OpenBrowsers browsers, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.browsers = browsers;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sightline.access.leavers-delay:PT10S}",
      fixedDelayString = "${sightline.access.leavers-every:PT20S}")
  void signOut() {
    for (var user : processes.look(this::signedInStill)) {
      end(user, Act.of("access.leaver-signed-out", user.value()));
    }
  }

  /// Whose role began today or ended yesterday, by its date, signs in again (AN-11): what was open
  /// before midnight is over.
  @Scheduled(
      initialDelayString = "${sightline.access.leavers-delay:PT10S}",
      fixedDelayString = "${sightline.access.leavers-every:PT20S}")
  void signOutWhereARoleTurned() {
    for (var user : processes.look(this::turned)) {
      end(user, Act.of("access.role-turned", user.value()));
    }
  }

  private void end(UserId user, Act act) {
    processes.change(
        act,
        () -> {
          browsers.endAll(user);
          return true;
        });
  }

  private List<UserId> turned() {
    var london = ZoneId.of("Europe/London");
    var today = LocalDate.now(clock.withZone(london));
    return store
        .jdbc()
        .sql(
            """
            select distinct u.id
              from access.sign_in s
              join access.user_account u on u.id::text = s.principal_name
              join access.membership m on m.user_id = u.id
             where s.creation_time < :midnight
               and (m.until_date is null or m.until_date >= m.from_date)
               and (m.from_date = :today or m.until_date = :yesterday)
            """)
        .param("midnight", today.atStartOfDay(london).toInstant().toEpochMilli())
        .param("today", today)
        .param("yesterday", today.minusDays(1))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .list();
  }

  private List<UserId> signedInStill() {
    return store
        .jdbc()
        .sql(
            """
            select distinct u.id
              from access.sign_in s
              join access.user_account u on u.id::text = s.principal_name
             where u.disabled_on is not null
                or (exists (select 1 from access.membership m
                       where m.user_id = u.id and m.until_date >= m.from_date)
                     or exists (select 1 from access.guest_pass p where p.user_id = u.id))
                   and not exists (select 1 from access.membership m
                       where m.user_id = u.id
                         and (m.until_date is null or m.until_date >= :today))
                   and not exists (select 1 from access.guest_pass p
                       where p.user_id = u.id and p.ended_at is null and p.until > :now)
            """)
        .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .list();
  }
}
