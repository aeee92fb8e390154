package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Ends what somebody holds inside a school or a team when their last role there has passed its
/// last day. Where somebody ends a role the database does the same at once; a role that lapses is
/// ended by nobody (AC-07). Whoever was let in from elsewhere after their role had lapsed stays.
@Component
class LapsedRoles {

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  LapsedRoles(SystemProcesses processes, SystemStore store, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.clock = clock;
  }

  /// A role in a round or a piece of work.
  ///
  /// @param last the last day of the last role in the school or team around it
  private record Outlived(UUID membership, WorkspaceId workspace, LocalDate last) {}

  @Scheduled(
      initialDelayString = "${sightline.access.leavers-delay:PT10S}",
      fixedDelayString = "${sightline.access.leavers-every:PT20S}")
  void endWork() {
    for (var outlived : processes.look(this::outlived)) {
      processes.change(
          Act.in(outlived.workspace(), "access.role-lapsed", outlived.membership()),
          () ->
              store
                  .jdbc()
                  .sql(
                      """
                      update access.membership
                         set until_date = greatest(from_date - 1, :last)
                       where id = :id
                      """)
                  .param("last", outlived.last())
                  .param("id", outlived.membership())
                  .update());
    }
  }

  private List<Outlived> outlived() {
    return store
        .jdbc()
        .sql(
            """
            with around as (
              select m.user_id, m.workspace_id, max(coalesce(m.until_date, date 'infinity')) as last
                from access.membership m
                join access.workspace w on w.id = m.workspace_id and w.kind in ('SCHOOL', 'TEAM')
               group by m.user_id, m.workspace_id
            )
            select m.id, m.workspace_id, around.last
              from around
              join access.workspace w on w.parent = around.workspace_id
              join access.membership m on m.workspace_id = w.id and m.user_id = around.user_id
             where around.last < :today
               and m.from_date <= around.last
               and (m.until_date is null or m.until_date >= :today)
             order by m.from_date, m.id
            """)
        .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
        .query(
            (row, n) ->
                new Outlived(
                    row.getObject("id", UUID.class),
                    new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                    row.getObject("last", LocalDate.class)))
        .list();
  }
}
