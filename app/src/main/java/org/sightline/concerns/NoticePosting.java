package org.sightline.concerns;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.access.SchoolNames;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.Message;
import org.sightline.documents.Outbox;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilContacts;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Posts what is for the council as a mail that asks to ring the school: never what about, about
/// whom or how many. It goes to the contact the school keeps for concerns; where there is none,
/// that is written down and the readers' own pages say to ring.
@Component
class NoticePosting {

  private final SystemStore store;
  private final SystemProcesses processes;
  private final Outbox outbox;
  private final CouncilContacts contacts;
  private final SchoolNames schools;
  private final Words words;
  private final Clock clock;

  NoticePosting(
      SystemStore store,
      SystemProcesses processes,
      Outbox outbox,
      CouncilContacts contacts,
      SchoolNames schools,
      Words words,
      Clock clock) {
    this.store = store;
    this.processes = processes;
    this.outbox = outbox;
    this.contacts = contacts;
    this.schools = schools;
    this.words = words;
    this.clock = clock;
  }

  private record Waiting(UUID id, WorkspaceId school) {}

  @Scheduled(
      initialDelayString = "${sightline.concerns.posting-delay:PT20S}",
      fixedDelayString = "${sightline.concerns.posting-every:PT30S}")
  void post() {
    processes.look(this::waiting).forEach(this::post);
  }

  private List<Waiting> waiting() {
    return store
        .jdbc()
        .sql(
            """
            select id, workspace_id
              from concerns.notice
             where posted_on is null and unaddressed_on is null and to_role = :council
            """)
        .param("council", JdbcNotices.COUNCIL)
        .query(
            (row, n) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    new WorkspaceId(row.getObject("workspace_id", UUID.class))))
        .list();
  }

  private void post(Waiting notice) {
    var address = processes.look(() -> contacts.mailForConcerns(notice.school()));
    String act = address.isPresent() ? "concerns.notice-posted" : "concerns.notice-unaddressed";
    processes.change(
        Act.of(act, notice.id()),
        () -> {
          boolean claimed = claim(notice, address.isPresent());
          if (claimed && address.isPresent()) {
            outbox.put(message(notice, address.get()));
          }
          return claimed;
        });
  }

  /// Whether this copy of the application was the first.
  private boolean claim(Waiting notice, boolean addressed) {
    var today = LocalDate.ofInstant(clock.instant(), ConcernRules.LONDON);
    return store
            .jdbc()
            .sql(
                """
                update concerns.notice set posted_on = :posted, unaddressed_on = :unaddressed
                 where id = :id and posted_on is null and unaddressed_on is null
                """)
            .param("posted", addressed ? today : null, Types.DATE)
            .param("unaddressed", addressed ? null : today, Types.DATE)
            .param("id", notice.id())
            .update()
        == 1;
  }

  /// The council has no sign-in: it is asked to ring, and told which school.
  private Message message(Waiting notice, String to) {
    return new Message(
        to,
        words.say("concerns.mail.council.subject"),
        words.say("concerns.mail.council.text", schools.of(notice.school())));
  }
}
