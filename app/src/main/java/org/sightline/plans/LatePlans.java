package org.sightline.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Late;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What was planned and is not done, reviewed or answered by its day, without a word of what it is.
/// It needs no more than the database, so that a command can ask beside a running application.
@Component
public class LatePlans {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final RecordKeys keys;
  private final Clock clock;

  LatePlans(SystemProcesses processes, SystemStore store, RecordKeys keys, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /// All of it, the oldest first; an action about somebody who was erased went with them.
  public List<Late> list() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    with latest as (
                      select distinct on (action_id) action_id, step, due_on, done_on, review_on
                        from plans.action_version
                       order by action_id, version desc)
                    select 'action not done' as kind, action_id as id, due_on as last, null::uuid as target
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
                    """)
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .query(this::late)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  private Optional<Late> late(ResultSet row, int number) throws SQLException {
    var target = row.getObject("target", UUID.class);
    return target != null && keys.isShredded(target)
        ? Optional.empty()
        : Optional.of(
            Late.after(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getObject("last", LocalDate.class)));
  }
}
