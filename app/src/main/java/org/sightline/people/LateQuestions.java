package org.sightline.people;

import java.util.List;
import org.sightline.audit.PastDays;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.stereotype.Component;

/// Questions from outside, whether somebody is known here, that no chair has answered in a week.
/// One about somebody whom the piece of work no longer holds needs no answer.
@Component
public class LateQuestions implements Overdue {

  private final PastDays past;

  LateQuestions(PastDays past) {
    this.past = past;
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        select 'signpost not answered' as kind, m.id,
               (r.at at time zone 'Europe/London')::date + 7 as last, m.person_id as about
          from people.signpost_match m
          join people.signpost_request r on r.id = m.request_id
         where m.answer is null and (r.at at time zone 'Europe/London')::date + 7 < :today
           and exists (
             select 1
               from people.holding h
              where h.person_id = m.person_id and h.workspace_id = m.workspace_id
                and h.ended_at is null)
         order by last, id
        """);
  }
}
