package org.sightline.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.access.WhoIsAsking;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.sightline.web.WhatWaits;
import org.sightline.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for each person. A notice is written in the transaction that gave rise to it, and is
/// there at once when that ends well, whatever becomes of the mail.
@Component
public class Inbox implements WhatWaits {

  private final JdbcClient jdbc;
  private final SystemStore system;
  private final Processes processes;
  private final WhoIsAsking who;
  private final Words words;
  private final Clock clock;

  Inbox(
      JdbcClient jdbc,
      SystemStore system,
      Processes processes,
      WhoIsAsking who,
      Words words,
      Clock clock) {
    this.jdbc = jdbc;
    this.system = system;
    this.processes = processes;
    this.who = who;
    this.words = words;
    this.clock = clock;
  }

  /// @param sentence what kind of thing it is
  /// @param path where to go
  /// @param read whether its reader has marked it as read
  public record Entry(UUID id, String sentence, String path, Instant toldAt, boolean read) {}

  @EventListener
  void tell(Waiting waiting) {
    String sentence = Waiting.words(waiting.kind());
    if (!words.has(sentence)) {
      throw new IllegalArgumentException("There are no words for " + sentence);
    }
    EventPublications.clientOf(system, jdbc)
        .sql(
            """
            insert into documents.waiting (id, to_user, workspace_id, to_role, kind, path, about, told_at)
            values (:id, :user::uuid, :workspace::uuid, :role, :kind, :path, :about, :now)
            """)
        .param("id", waiting.id())
        .param("user", waiting.user() == null ? null : waiting.user().value())
        .param("workspace", waiting.workspace() == null ? null : waiting.workspace().value())
        .param("role", waiting.role() == null ? null : waiting.role().name())
        .param("kind", waiting.kind())
        .param("path", waiting.path())
        .param("about", waiting.about())
        .param("now", now())
        .update();
  }

  @EventListener
  void settle(Waiting.Settled settled) {
    EventPublications.clientOf(system, jdbc)
        .sql(
            """
            insert into documents.waiting_settled (id, kind, about, settled_at)
            values (:id, :kind, :about, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("kind", settled.kind())
        .param("about", settled.about())
        .param("now", now())
        .update();
  }

  /// What waits for somebody, the latest first. What is of one kind and in one place is one entry:
  /// nobody is told how many.
  public List<Entry> of(SignedIn person) {
    return processes.look(
        person,
        () ->
            jdbc.sql(
                    """
                    select (array_agg(w.id order by w.told_at desc, w.id))[1] as id, w.kind, w.path,
                           max(w.told_at) as told_at, bool_and(r.waiting_id is not null) as read
                      from documents.waiting w
                      left join documents.waiting_read r on r.waiting_id = w.id
                     where not exists (
                       select 1 from documents.waiting_settled s
                        where s.about = w.about and s.kind = w.kind and s.settled_at >= w.told_at)
                     group by w.kind, w.path
                     order by told_at desc, w.kind, w.path
                     limit 200
                    """)
                .query(
                    (row, n) ->
                        new Entry(
                            row.getObject("id", UUID.class),
                            words.say(Waiting.words(row.getString("kind"))),
                            row.getString("path"),
                            row.getObject("told_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("read")))
                .list());
  }

  @Override
  public int unread(HttpServletRequest request) {
    return who.at(request)
        .map(
            person ->
                processes.look(
                    person,
                    () ->
                        jdbc.sql(
                                """
                    select count(distinct (w.kind, w.path))
                      from documents.waiting w
                      left join documents.waiting_read r on r.waiting_id = w.id
                     where not exists (
                       select 1 from documents.waiting_settled s
                        where s.about = w.about and s.kind = w.kind and s.settled_at >= w.told_at)
                       and r.waiting_id is null
                    """)
                            .query(Integer.class)
                            .single()))
        .orElse(0);
  }

  /// Marks one as read, and whatever else is of its kind in its place: it stays until it is done.
  ///
  /// @throws NotThere when it is not theirs
  public void read(SignedIn person, UUID id) {
    processes.change(
        person,
        Act.of("documents.notice-read", id),
        () -> {
          requireTheirs(id);
          jdbc.sql(
                  """
                  insert into documents.waiting_read (waiting_id, user_id, read_on)
                  select w.id, :user, :today
                    from documents.waiting w
                    join documents.waiting one on one.kind = w.kind and one.path = w.path
                   where one.id = :id
                      on conflict do nothing
                  """)
              .param("id", id)
              .param("user", person.user().value())
              .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
              .update();
        });
  }

  private void requireTheirs(UUID id) {
    int theirs =
        jdbc.sql("select count(*) from documents.waiting where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single();
    if (theirs == 0) {
      throw new NotThere();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
