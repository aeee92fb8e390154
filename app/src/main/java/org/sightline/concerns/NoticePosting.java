package org.sightline.concerns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.MailFolder;
import org.sightline.documents.Message;
import org.sightline.store.SystemStore;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Posts each notice as a mail that says that something waits and where to sign in: never what,
/// about whom or how many. One that cannot be posted is tried again.
@Component
class NoticePosting {

  private final SystemStore store;
  private final SystemProcesses processes;
  private final MailFolder mail;
  private final Words words;
  private final Sites sites;
  private final Clock clock;

  NoticePosting(
      SystemStore store,
      SystemProcesses processes,
      MailFolder mail,
      Words words,
      Sites sites,
      Clock clock) {
    this.store = store;
    this.processes = processes;
    this.mail = mail;
    this.words = words;
    this.sites = sites;
    this.clock = clock;
  }

  private record Waiting(UUID id, String toRole, String kind) {}

  @Scheduled(
      initialDelayString = "${sightline.concerns.posting-delay:PT20S}",
      fixedDelayString = "${sightline.concerns.posting-every:PT30S}")
  void post() {
    var waiting =
        processes.look(
            () ->
                store
                    .jdbc()
                    .sql("select id, to_role, kind from concerns.notice where posted_on is null")
                    .query(
                        (row, n) ->
                            new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("to_role"),
                                row.getString("kind")))
                    .list());
    waiting.forEach(this::post);
  }

  private void post(Waiting notice) {
    processes.change(
        Act.of("concerns.notice-posted", notice.id()),
        () -> {
          int claimed =
              store
                  .jdbc()
                  .sql(
                      "update concerns.notice set posted_on = :on where id = :id and posted_on is null")
                  .param("on", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
                  .param("id", notice.id())
                  .update();
          if (claimed == 1) {
            write(notice);
          }
          return claimed;
        });
  }

  private void write(Waiting notice) {
    // The council has no sign-in: it is asked to ring.
    String what = notice.toRole().equals("COUNCIL") ? "council" : notice.kind();
    String key = "concerns.mail." + what.toLowerCase(java.util.Locale.ROOT);
    String to = notice.toRole().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    try {
      mail.post(
          new Message(
              "sightline@school.invalid",
              to + "@school.invalid",
              words.say(key + ".subject"),
              words.say(key + ".text", sites.staffUrl())));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
