package org.sightline.sharing;

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

/// Tells the governance officers of the schools that are parties, once, that something is to be
/// looked at again when the review day of an agreement in force comes near: not which, nor between
/// whom.
@Component
class ReviewReminders {

  static final String DUE = "sharing.review-due";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Notices notices;
  private final Clock clock;

  ReviewReminders(SystemProcesses processes, SystemStore store, Notices notices, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sightline.sharing.reminders-delay:PT2M}",
      fixedDelayString = "${sightline.sharing.reminders-every:PT1H}")
  void byTheClock() {
    remind(LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))));
  }

  void remind(LocalDate today) {
    for (Due one : processes.look(() -> due(today))) {
      processes.change(
          Act.of("sharing.review-reminded", one.agreement()),
          () -> {
            boolean first = write(one, today);
            if (first) {
              schools(one)
                  .forEach(
                      school ->
                          notices.tell(
                              school,
                              Role.GOVERNANCE,
                              DUE,
                              "/sharing/agreements",
                              one.agreement()));
            }
            return first;
          });
    }
  }

  private record Due(UUID agreement, int version) {}

  /// Our own schools among its parties.
  private List<WorkspaceId> schools(Due one) {
    return store
        .jdbc()
        .sql(
            """
            select distinct o.school_id
              from sharing.agreement_version v
              join sharing.agreement_party p on p.version_id = v.id
              join sharing.organisation o on o.id = p.organisation_id
             where v.agreement_id = :agreement and v.version = :version and o.school_id is not null
            """)
        .param("agreement", one.agreement())
        .param("version", one.version())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .list();
  }

  private List<Due> due(LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            select v.agreement_id, v.version
              from sharing.agreement_version v
              join sharing.in_force f
                on f.agreement_id = v.agreement_id and f.version = v.version
             where v.review_on <= :until
               and not exists (
                 select 1
                   from sharing.review_reminder r
                  where r.agreement_id = v.agreement_id and r.version = v.version)
            """)
        .param("until", today.plusDays(Agreements.REVIEW_AHEAD))
        .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getInt(2)))
        .list();
  }

  /// Whether this copy of the application was the first.
  private boolean write(Due one, LocalDate today) {
    return store
            .jdbc()
            .sql(
                """
                insert into sharing.review_reminder (agreement_id, version, reminded_on)
                values (:agreement, :version, :today)
                on conflict do nothing
                """)
            .param("agreement", one.agreement())
            .param("version", one.version())
            .param("today", today)
            .update()
        == 1;
  }
}
