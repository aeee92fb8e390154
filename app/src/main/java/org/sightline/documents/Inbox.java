package org.sightline.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What waits for each person. A notice is written in the transaction that gave rise to it, and is
/// there at once when that ends well, whatever becomes of the mail.
@Component
public class Inbox {

  private final JdbcClient jdbc;
  private final SystemStore system;
  private final Processes processes;
  private final Words words;
  private final Clock clock;

  Inbox(JdbcClient jdbc, SystemStore system, Processes processes, Words words, Clock clock) {
    this.jdbc = jdbc;
    this.system = system;
    this.processes = processes;
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
    client()
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
    client()
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

  /// What waits for somebody, the latest first.
  public List<Entry> of(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select w.id, w.kind, w.path, w.told_at, r.waiting_id is not null as read
                      from documents.waiting w
                      left join documents.waiting_read r on r.waiting_id = w.id
                     where not exists (select 1 from documents.waiting_settled s
                                        where s.about = w.about and s.kind = w.kind
                                          and s.settled_at >= w.told_at)
                     order by w.told_at desc, w.id
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

  /// How many have not been read.
  int unread(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select count(*)
                      from documents.waiting w
                     where not exists (select 1 from documents.waiting_settled s
                                        where s.about = w.about and s.kind = w.kind
                                          and s.settled_at >= w.told_at)
                       and not exists (select 1 from documents.waiting_read r where r.waiting_id = w.id)
                    """)
                .query(Integer.class)
                .single());
  }

  /// Marks one as read: it stays until it is done.
  ///
  /// @throws NotThere when it is not theirs
  public void read(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("documents.notice-read", id),
        () -> {
          if (jdbc.sql("select 1 from documents.waiting where id = :id")
              .param("id", id)
              .query(Integer.class)
              .optional()
              .isEmpty()) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into documents.waiting_read (waiting_id, user_id, read_on)
                  values (:id, :user, :today) on conflict do nothing
                  """)
              .param("id", id)
              .param("user", who.user().value())
              .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
              .update();
        });
  }

  /// Whoever is acting: the person, or the system.
  private JdbcClient client() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Somebody can only be told inside a process");
    }
    return system.isWorking() ? system.jdbc() : jdbc;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
