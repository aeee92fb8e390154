package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What people typed and had not sent when their session ended (AN-10): sealed, theirs alone, one
/// for each form, gone when the form is sent, at signing out, and after a day. It is no record and
/// never sent by itself, so keeping it is not audited; throwing it away is.
@Component
public class Unsent {

  static final Duration KEPT = Duration.ofHours(24);

  private static final SealedColumn FORM = new SealedColumn("access.unsent", "form");
  private static final SealedColumn CONTENT = new SealedColumn("access.unsent", "content");
  private static final int MOST = 30;

  private static final String KEEP =
      """
      insert into access.unsent as u (id, user_id, form, browser, kept_at, content)
      values (:id, :user, :form, :browser, :now, :content)
      on conflict (user_id, form) do update
         set id = excluded.id, browser = excluded.browser, kept_at = excluded.kept_at,
             content = excluded.content
      """;

  private final Processes processes;
  private final SystemProcesses system;
  private final JdbcClient jdbc;
  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  Unsent(
      Processes processes,
      SystemProcesses system,
      JdbcClient jdbc,
      SystemStore store,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.system = system;
    this.jdbc = jdbc;
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// @param browser `null`, or the only one it is shown in
  record Kept(UUID id, Instant at, byte @Nullable [] browser, TypedForm typed) {}

  /// Keeps a form in the place of what was kept of it before; one with no fields is let go.
  void keep(SignedIn who, TypedForm typed) {
    processes.look(
        who,
        () -> {
          if (typed.fields().isEmpty()) {
            delete(jdbc, who.user(), typed.form());
          } else {
            insert(jdbc, who.user(), typed, null);
          }
          return true;
        });
  }

  /// Keeps a form that came after its session had ended.
  void keepLate(UserId user, byte[] browser, TypedForm typed) {
    system.look(
        () -> {
          insert(store.jdbc(), user, typed, browser);
          return true;
        });
  }

  /// What this person left of the forms that are sent to these paths, the latest first.
  List<Kept> of(SignedIn who, Collection<String> forms) {
    var indexes = forms.stream().map(form -> sealing.blindIndex(FORM, form)).toList();
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, kept_at, browser, content
                      from access.unsent
                     where user_id = :user and form in (:forms) and kept_at > :since
                     order by kept_at desc
                    """)
                .param("user", who.user().value())
                .param("forms", indexes)
                .param("since", since())
                .query(this::row)
                .list());
  }

  /// All this person left, the latest first.
  List<Kept> all(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, kept_at, browser, content
                      from access.unsent
                     where user_id = :user and kept_at > :since
                     order by kept_at desc
                    """)
                .param("user", who.user().value())
                .param("since", since())
                .query(this::row)
                .list());
  }

  /// The form has been sent.
  void sent(SignedIn who, String form) {
    processes.look(who, () -> delete(jdbc, who.user(), form));
  }

  /// @return the page it was typed on; empty when that is not known
  /// @throws NotThere when this person left nothing of the kind
  Optional<String> throwAway(SignedIn who, UUID id) {
    return processes.change(
        who,
        Act.of("access.unsent-thrown-away", id),
        () -> {
          var found = all(who).stream().filter(kept -> kept.id().equals(id)).findFirst();
          jdbc.sql("delete from access.unsent where id = :id").param("id", id).update();
          return Optional.of(found.orElseThrow(NotThere::new).typed().page())
              .filter(page -> !page.isEmpty());
        });
  }

  /// Whoever signs out leaves nothing behind.
  void forget(UserId user) {
    system.look(
        () ->
            store
                .jdbc()
                .sql("delete from access.unsent where user_id = :user")
                .param("user", user.value())
                .update());
  }

  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
  void tidy() {
    system.look(
        () ->
            store
                .jdbc()
                .sql("delete from access.unsent where kept_at <= :since")
                .param("since", since())
                .update());
  }

  private void insert(JdbcClient where, UserId user, TypedForm typed, byte @Nullable [] browser) {
    var id = UUID.randomUUID();
    where
        .sql(KEEP)
        .param("id", id)
        .param("user", user.value())
        .param("form", sealing.blindIndex(FORM, typed.form()))
        .param("browser", browser, Types.BINARY)
        .param("now", Timestamp.from(clock.instant()))
        .param("content", sealing.seal(CONTENT, id, typed.asJson()))
        .update();
    where
        .sql(
            """
            delete from access.unsent
             where id in (
               select id from access.unsent where user_id = :user order by kept_at desc offset :most)
            """)
        .param("user", user.value())
        .param("most", MOST)
        .update();
  }

  private int delete(JdbcClient where, UserId user, String form) {
    return where
        .sql("delete from access.unsent where user_id = :user and form = :form")
        .param("user", user.value())
        .param("form", sealing.blindIndex(FORM, form))
        .update();
  }

  private Kept row(ResultSet row, int n) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Kept(
        id,
        row.getTimestamp("kept_at").toInstant(),
        row.getBytes("browser"),
        TypedForm.of(sealing.open(CONTENT, id, row.getBytes("content"))));
  }

  private Timestamp since() {
    return Timestamp.from(clock.instant().minus(KEPT));
  }
}
