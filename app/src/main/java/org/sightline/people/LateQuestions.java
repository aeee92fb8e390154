package org.sightline.people;

import java.util.List;
import java.util.Map;
import org.sightline.audit.PastDays;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Questions from outside, whether somebody is known here, that no chair has answered in time, as
/// the rule book has it.
/// One about somebody whom the piece of work no longer holds needs no answer.
@Component
public class LateQuestions implements Overdue {

  private final PastDays past;
  private final RuleBook rules;

  LateQuestions(PastDays past, ObjectProvider<RuleBook> rules) {
    this.past = past;
    this.rules = rules.getIfAvailable(RuleBook::shipped);
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        select 'signpost not answered' as kind, m.id,
               (r.at at time zone 'Europe/London')::date + :days as last, m.person_id as about
          from people.signpost_match m
          join people.signpost_request r on r.id = m.request_id
         where m.answer is null and (r.at at time zone 'Europe/London')::date + :days < :today
           and exists (
             select 1
               from people.holding h
              where h.person_id = m.person_id and h.workspace_id = m.workspace_id
                and h.ended_at is null)
         order by last, id
        """,
        Map.of("days", rules.rule(RuleId.SIGNPOST_ANSWERED).amount()));
  }
}
