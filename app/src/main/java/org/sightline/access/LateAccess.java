package org.sightline.access;

import java.util.List;
import org.sightline.audit.PastDays;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.stereotype.Component;

/// Emergencies of which nobody has said in time what came of them (AC-09), and places whose roles
/// should have been looked through by now (AC-17).
@Component
public class LateAccess implements Overdue {

  private final PastDays past;

  LateAccess(PastDays past) {
    this.past = past;
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        select 'emergency not reviewed' as kind, g.id, g.due_on as last, null::uuid as about
          from access.break_glass g
         where g.due_on < :today
           and not exists (select 1 from access.break_glass_review r where r.glass_id = g.id)
        union all
        select 'roles not looked through', id, due_on, null
          from access.role_review
         where done_on is null and due_on < :today
         order by last, id
        """);
  }
}
