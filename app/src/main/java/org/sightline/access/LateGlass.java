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

/// Emergencies of which nobody has said in time what came of them (AC-09). It needs no more than
/// the database, so that a command can ask beside a running application.
@Component
public class LateGlass {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  LateGlass(SystemProcesses processes, SystemStore store, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.clock = clock;
  }

  /// The oldest first.
  public List<Late> list() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select g.id, g.due_on
                      from access.break_glass g
                     where g.due_on < :today
                       and not exists (
                         select 1 from access.break_glass_review r where r.glass_id = g.id)
                     order by g.due_on, g.id
                    """)
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .query(
                    (row, n) ->
                        Late.after(
                            "emergency not reviewed",
                            row.getObject("id", UUID.class),
                            row.getObject("due_on", LocalDate.class)))
                .list());
  }
}
