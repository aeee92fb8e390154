package org.sightline.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Late;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Agreements in force whose day for being looked at again has passed (H09). It needs no more than
/// the database, so that a command can ask beside a running application.
@Component
public class LateAgreements {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  LateAgreements(SystemProcesses processes, SystemStore store, Clock clock) {
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
                    select v.agreement_id, v.review_on
                      from sharing.agreement_version v
                      join (select distinct on (agreement_id) agreement_id, version, kind
                              from sharing.agreement_step e
                             where kind <> 'RETURNED'
                               and not (kind = 'ENDED' and exists (
                                 select 1
                                   from sharing.agreement_step r
                                  where r.agreement_id = e.agreement_id and r.kind = 'RETURNED'
                                    and r.at > e.at))
                             order by agreement_id, at desc) s
                        on s.agreement_id = v.agreement_id and s.version = v.version
                           and s.kind = 'ACTIVATED'
                     where v.review_on < :today
                     order by v.review_on, v.agreement_id
                    """)
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .query(
                    (row, n) ->
                        Late.after(
                            "agreement not reviewed",
                            row.getObject("agreement_id", UUID.class),
                            row.getObject("review_on", LocalDate.class)))
                .list());
  }
}
