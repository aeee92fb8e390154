package org.sightline.clocks;

import java.util.List;
import org.sightline.audit.PastDays;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.stereotype.Component;

/// Dates that pieces of work have to keep and did not (B58 to B62, B65): one line for each date,
/// under the number of the piece of work. Where it was closed its clocks stand still, and nothing
/// is late.
@Component
public class LateDates implements Overdue {

  private final PastDays past;

  LateDates(PastDays past) {
    this.past = past;
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        select 'mapping date not kept' as kind, d.workspace_id as id, d.due_on as last,
               null::uuid as about
          from (select distinct on (workspace_id, slot) workspace_id, slot, due_on
                  from clocks.due_date
                 order by workspace_id, slot, version desc) d
          left join lateral (
                 select kind
                   from clocks.said_of_date t
                  where t.workspace_id = d.workspace_id and t.slot = d.slot
                  order by t.number desc limit 1) said
            on true
          left join lateral (
                 select stopped_on
                   from clocks.stopped p
                  where p.workspace_id = d.workspace_id
                  order by p.number desc limit 1) still
            on true
         where d.due_on < :today and still.stopped_on is null
           and coalesce(said.kind, 'OPEN') in ('OPEN', 'PLANNED')
         order by last, id
        """);
  }
}
