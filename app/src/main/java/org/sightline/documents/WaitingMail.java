package org.sightline.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sightline.access.MailOfPeople;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Puts mail about what waits into the [Outbox]: to the addresses of those it is for, and to the
/// role's alias where somebody has none. The registry of event publications brings a notice here
/// once what gave rise to it has ended well, and again until this has ended well; however often,
/// its mail is put there once.
@Component
class WaitingMail {

  private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Outbox outbox;
  private final MailOfPeople people;
  private final MailAddresses aliases;
  private final Words words;
  private final Sites sites;
  private final Clock clock;
  private final IncompleteEventPublications unfinished;

  WaitingMail(
      SystemProcesses processes,
      SystemStore store,
      Outbox outbox,
      MailOfPeople people,
      MailAddresses aliases,
      Words words,
      Sites sites,
      Clock clock,
      @org.springframework.context.annotation.Lazy IncompleteEventPublications unfinished) {
    this.processes = processes;
    this.store = store;
    this.outbox = outbox;
    this.people = people;
    this.aliases = aliases;
    this.words = words;
    this.sites = sites;
    this.clock = clock;
    this.unfinished = unfinished;
  }

  /// One after the other, in the order in which they were told.
  @Async("noticeThread")
  @TransactionalEventListener(id = "documents.mail")
  public void write(Waiting waiting) {
    processes.look(
        () -> {
          if (claim(waiting)) {
            var addresses = addresses(waiting);
            processes.change(
                Act.of("documents.notice-mailed", waiting.id())
                    .with(addresses.size() + " addresses"),
                () -> {
                  addresses.forEach(address -> outbox.put(message(address)));
                  return true;
                });
          }
          return true;
        });
  }

  /// What ended badly or not at all, as when the application stopped.
  @Scheduled(
      initialDelayString = "${sightline.notices.again-delay:PT30S}",
      fixedDelayString = "${sightline.notices.again-every:PT1M}")
  public void again() {
    unfinished.resubmitIncompletePublicationsOlderThan(OLD_ENOUGH);
  }

  /// Whether nobody has put its mail into the outbox yet.
  private boolean claim(Waiting waiting) {
    return store
            .jdbc()
            .sql(
                """
                update documents.waiting set mailed_on = :today
                 where id = :id and mailed_on is null
                """)
            .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
            .param("id", waiting.id())
            .update()
        == 1;
  }

  private Set<String> addresses(Waiting waiting) {
    var found = new LinkedHashSet<String>();
    if (waiting.user() != null) {
      people.of(waiting.user()).ifPresent(found::add);
    } else if (waiting.workspace() != null && waiting.role() != null) {
      var holders = people.holding(waiting.workspace(), waiting.role());
      holders.forEach(holder -> holder.ifPresent(found::add));
      if (holders.isEmpty() || holders.stream().anyMatch(holder -> holder.isEmpty())) {
        found.add(aliases.of(waiting.role()));
      }
    }
    return found;
  }

  private Message message(String to) {
    return new Message(
        to,
        words.say("documents.mail.subject"),
        words.say("documents.mail.text", sites.staffUrl() + "/waiting"));
  }
}
