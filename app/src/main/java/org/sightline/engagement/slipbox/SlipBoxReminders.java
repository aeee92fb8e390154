package org.sightline.engagement.slipbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.Notices;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the owner of a round by mail, a week before, that the last day for taking a map out comes
/// near, so that they can tell the students (A31). Once for each such day; the mail says neither
/// which day nor which round.
@Component
class SlipBoxReminders {

  private static final int DAYS_AHEAD = 7;

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Notices notices;
  private final Clock clock;

  SlipBoxReminders(SystemProcesses processes, SystemStore store, Notices notices, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.notices = notices;
    this.clock = clock;
  }

  private record LastDay(UUID round, LocalDate day) {}

  @Scheduled(
      initialDelayString = "${sightline.engagement.reminders-delay:PT1M}",
      fixedDelayString = "${sightline.engagement.reminders-every:PT1H}")
  void byTheClock() {
    remind(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")));
  }

  void remind(LocalDate today) {
    for (LastDay near : processes.look(() -> near(today))) {
      processes.change(
          Act.in(new WorkspaceId(near.round()), "engagement.last-day-reminded", near.round()),
          () ->
              notices.tellOnce(
                  write(near, today),
                  new WorkspaceId(near.round()),
                  Role.ROUND_OWNER,
                  "engagement.last-day-near",
                  "/engagement/rounds/" + near.round(),
                  near.round()));
    }
  }

  private List<LastDay> near(LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            select distinct s.workspace_id, s.last_day
              from engagement.session s
             where s.started_on is not null and s.last_day between :today and :ahead
               and not exists (select 1 from engagement.last_day_reminder r
                                where r.round_id = s.workspace_id and r.last_day = s.last_day)
            """)
        .param("today", today)
        .param("ahead", today.plusDays(DAYS_AHEAD))
        .query(
            (row, n) ->
                new LastDay(
                    row.getObject("workspace_id", UUID.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  /// Whether this copy of the application was the first.
  private boolean write(LastDay near, LocalDate today) {
    return store
            .jdbc()
            .sql(
                """
                insert into engagement.last_day_reminder (round_id, last_day, reminded_on)
                values (:round, :day, :today)
                on conflict do nothing
                """)
            .param("round", near.round())
            .param("day", near.day())
            .param("today", today)
            .update()
        == 1;
  }
}
