package org.sightline.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Whether the custodians of the key could still bring it back, as far as the audit says (CR-07):
/// tried within a year, and split after the last change of keys. Where the key has never been split
/// nothing is late. It needs no more than the database, so that a command can ask beside a running
/// application.
@Component
public class LateDrills implements Overdue {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  LateDrills(SystemProcesses processes, SystemStore store, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<Late> list() {
    var now = OffsetDateTime.now(clock.withZone(LONDON));
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    with split as (
                      select object, at
                        from audit.entry
                       where act = 'store.key-split'
                       order by seq desc
                       limit 1),
                    tried as (
                      select s.object, greatest(s.at, max(e.at)) as at
                        from split s
                        left join audit.entry e on e.act = 'store.key-drill-held' and e.object = s.object
                       group by s.object, s.at)
                    select 'key shares not tried' as kind, object as id, at + interval '1 year' as since
                      from tried
                     where at + interval '1 year' < :now
                    union all
                    select 'key shares of before the keys were changed', s.object, min(e.at)
                      from split s
                      join audit.entry e on e.act = 'store.keys-rotated' and e.at > s.at
                     group by s.object
                     order by since, kind
                    """)
                .param("now", now)
                .query(
                    (row, n) ->
                        new Late(
                            row.getString("kind"),
                            row.getObject("id", UUID.class),
                            row.getObject("since", OffsetDateTime.class).toInstant()))
                .list());
  }
}
