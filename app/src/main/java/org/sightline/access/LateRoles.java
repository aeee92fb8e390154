package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Late;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Which places' roles should have been looked through by now (AC-17). It needs no more than the
/// database, so that a command can ask beside a running application.
@Component
public class LateRoles {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  LateRoles(SystemProcesses processes, SystemStore store, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.clock = clock;
  }

  public List<Late> list() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select id, due_on from access.role_review
                     where done_on is null and due_on < :today
                     order by due_on, id
                    """)
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .query(
                    (row, n) ->
                        Late.after(
                            "roles not looked through",
                            row.getObject("id", UUID.class),
                            row.getObject("due_on", LocalDate.class)))
                .list());
  }
}
