package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.Notices;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the owner of a round once that something is due when the day has come by which the council
/// was asked to reply (A35): not what, and not to whom the letter went.
@Component
class ReplyReminders {

  /// Letters older than this, of a time before there were reminders, are not brought up again.
  private static final int LONGEST_AGO = 60;

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Notices notices;
  private final PlanDates dates;

  ReplyReminders(SystemProcesses processes, SystemStore store, Notices notices, PlanDates dates) {
    this.processes = processes;
    this.store = store;
    this.notices = notices;
    this.dates = dates;
  }

  @Scheduled(
      initialDelayString = "${sightline.plans.reminders-delay:PT1M}",
      fixedDelayString = "${sightline.plans.reminders-every:PT1H}")
  void byTheClock() {
    remind(dates.today());
  }

  void remind(LocalDate today) {
    for (Due letter : processes.look(() -> due(today))) {
      processes.change(
          Act.of("plans.reply-reminded", letter.id()),
          () ->
              notices.tellOnce(
                  write(letter.id(), today),
                  letter.workspace(),
                  Role.ROUND_OWNER,
                  CouncilLetters.REPLY_DUE,
                  "/plans/%s/council".formatted(letter.workspace()),
                  letter.id()));
    }
  }

  private record Due(UUID id, WorkspaceId workspace) {}

  private List<Due> due(LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            select l.id, l.workspace_id
              from plans.council_letter l
             where l.reply_by between :from and :today
               and not exists (select 1 from plans.council_reply r where r.letter_id = l.id)
               and not exists (select 1 from plans.reply_reminder r where r.letter_id = l.id)
            """)
        .param("from", today.minusDays(LONGEST_AGO))
        .param("today", today)
        .query(
            (row, n) ->
                new Due(
                    row.getObject(1, UUID.class), new WorkspaceId(row.getObject(2, UUID.class))))
        .list();
  }

  /// Whether this copy of the application was the first.
  private boolean write(UUID letter, LocalDate today) {
    return store
            .jdbc()
            .sql(
                """
                insert into plans.reply_reminder (letter_id, reminded_on) values (:letter, :today)
                on conflict do nothing
                """)
            .param("letter", letter)
            .param("today", today)
            .update()
        == 1;
  }
}
