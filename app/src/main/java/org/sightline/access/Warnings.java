package org.sightline.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.store.SystemStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What somebody should know of their own sign-in: it waits for them, a mail says that something
/// does, and the page about it tells it for ninety days (AN-06, AN-08).
@Component
class Warnings {

  private static final Duration TOLD_FOR = Duration.ofDays(90);

  private static final String WAITS = "access.sign-in-warning";

  private final SystemStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Warnings(SystemStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  enum Kind {
    WRONG_CODES,
    RECOVERY_CODE_USED,
    FACTORS_CHANGED
  }

  record Warning(Kind kind, Instant at) {}

  void give(UserId user, Kind kind) {
    var id = UUID.randomUUID();
    store
        .transactions()
        .executeWithoutResult(
            status -> {
              insert(id, user, kind);
              events.publishEvent(Waiting.forPerson(user, WAITS, "/your-sign-in", id));
            });
  }

  private void insert(UUID id, UserId user, Kind kind) {
    store
        .jdbc()
        .sql("insert into access.warning (id, user_id, kind, at) values (:id, :user, :kind, :at)")
        .param("id", id)
        .param("user", user.value())
        .param("kind", kind.name())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  /// The latest first.
  List<Warning> of(UserId user) {
    return store
        .jdbc()
        .sql(
            """
            select kind, at
              from access.warning
             where user_id = :user and at > :since
             order by at desc
            """)
        .param("user", user.value())
        .param("since", Timestamp.from(clock.instant().minus(TOLD_FOR)))
        .query(
            (row, n) ->
                new Warning(Kind.valueOf(row.getString(1)), row.getTimestamp(2).toInstant()))
        .list();
  }
}
