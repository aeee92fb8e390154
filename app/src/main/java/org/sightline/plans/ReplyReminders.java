package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.MailAddresses;
import org.sightline.documents.Message;
import org.sightline.documents.Outbox;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Says once by mail that something is due when the day has come by which the council was asked to
/// reply (A35): not what, and not to whom the letter went.
@Component
class ReplyReminders {

  /// Letters older than this, of a time before there were reminders, are not brought up again.
  private static final int LONGEST_AGO = 60;

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Outbox outbox;
  private final MailAddresses addresses;
  private final Words words;
  private final Sites sites;
  private final PlanDates dates;

  ReplyReminders(
      SystemProcesses processes,
      SystemStore store,
      Outbox outbox,
      MailAddresses addresses,
      Words words,
      Sites sites,
      PlanDates dates) {
    this.processes = processes;
    this.store = store;
    this.outbox = outbox;
    this.addresses = addresses;
    this.words = words;
    this.sites = sites;
    this.dates = dates;
  }

  @Scheduled(
      initialDelayString = "${sightline.plans.reminders-delay:PT1M}",
      fixedDelayString = "${sightline.plans.reminders-every:PT1H}")
  void byTheClock() {
    remind(dates.today());
  }

  void remind(LocalDate today) {
    for (UUID letter : processes.look(() -> due(today))) {
      processes.change(
          Act.of("plans.reply-reminded", letter),
          () -> {
            boolean first = write(letter, today);
            if (first) {
              outbox.put(
                  new Message(
                      addresses.of(Role.ROUND_OWNER),
                      words.say("plans.mail.subject"),
                      words.say("plans.mail.text", sites.staffUrl())));
            }
            return first;
          });
    }
  }

  private List<UUID> due(LocalDate today) {
    return store
        .jdbc()
        .sql(
            """
            select l.id
              from plans.council_letter l
             where l.reply_by between :from and :today
               and not exists (select 1 from plans.council_reply r where r.letter_id = l.id)
               and not exists (select 1 from plans.reply_reminder r where r.letter_id = l.id)
            """)
        .param("from", today.minusDays(LONGEST_AGO))
        .param("today", today)
        .query(UUID.class)
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
