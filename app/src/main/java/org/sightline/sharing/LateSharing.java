package org.sightline.sharing;

import java.util.List;
import java.util.Map;
import org.sightline.audit.PastDays;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Agreements in force whose day for being looked at again has passed (H09), and shares of
/// which nobody has said in the time of the rule book that they arrived.
@Component
public class LateSharing implements Overdue {

  private final PastDays past;
  private final RuleBook rules;

  LateSharing(PastDays past, ObjectProvider<RuleBook> rules) {
    this.past = past;
    this.rules = rules.getIfAvailable(RuleBook::shipped);
  }

  @Override
  public List<Late> list() {
    return past.find(
        """
        select 'agreement not reviewed' as kind, v.agreement_id as id, v.review_on as last,
               null::uuid as about
          from sharing.in_force f
          join sharing.agreement_version v
            on v.agreement_id = f.agreement_id and v.version = f.version
         where v.review_on < :today
        union all
        select 'receipt not given', s.id, sent.day + :days, null
          from sharing.share s
          join lateral (
                 select kind, (final_at at time zone 'Europe/London')::date as day
                   from sharing.share_step d
                  where d.share_id = s.id and d.kind in ('SENT', 'UNDONE', 'NOT_SHARED')
                  order by d.number desc limit 1) sent
            on sent.kind = 'SENT'
          left join lateral (
                 select kind
                   from sharing.share_step r
                  where r.share_id = s.id and r.kind in ('ARRIVED', 'NOT_ARRIVED')
                  order by r.number desc limit 1) receipt
            on true
         where s.kind = 'SHARE' and receipt.kind is distinct from 'ARRIVED' and sent.day + :days < :today
         order by last, id
        """,
        Map.of("days", rules.rule(RuleId.RECEIPT_GIVEN).amount()));
  }
}
