package org.sightline.plans;

import java.util.List;
import org.sightline.audit.PastDays;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.stereotype.Component;

/// What was planned and is not done, reviewed or answered by its day, without a word of what it is.
@Component
public class LatePlans implements Overdue {

  private final PastDays past;

  LatePlans(PastDays past) {
    this.past = past;
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        with latest as (
          select distinct on (action_id) action_id, step, due_on, done_on, review_on
            from plans.action_version
           order by action_id, version desc)
        select 'action not done' as kind, action_id as id, due_on as last, null::uuid as about
          from latest
         where step <> 'TAKEN_OUT' and done_on is null and due_on < :today
        union all
        select 'action not reviewed', action_id, review_on, null
          from latest
         where step <> 'TAKEN_OUT' and done_on is not null and review_on < :today
        union all
        select 'council reply not there', l.id, l.reply_by, null
          from plans.council_letter l
         where l.reply_by < :today
           and not exists (select 1 from plans.council_reply r where r.letter_id = l.id)
        union all
        select 'agreed action not done', a.id, v.due_on, coalesce(a.target_id, a.id)
          from plans.agreed_action a
          join lateral (select due_on from plans.agreed_version t
                 where t.action_id = a.id order by t.version desc limit 1) v on true
          left join lateral (select state from plans.agreed_update u
                 where u.action_id = a.id and u.taken_back_at is null
                 order by u.number desc limit 1) s on true
         where a.taken_back_at is null and not a.is_practice and v.due_on < :today
           and coalesce(s.state, 'GOING_ON') = 'GOING_ON'
        order by last, id
        """);
  }
}
