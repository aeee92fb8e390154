package org.sightline.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What somebody should know of their own sign-in, told on the page about it for ninety days
/// (AN-06, AN-08).
@Component
class Warnings {

  private static final Duration TOLD_FOR = Duration.ofDays(90);

  private final SystemStore store;
  private final Clock clock;

  Warnings(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  enum Kind {
    WRONG_CODES,
    RECOVERY_CODE_USED,
    FACTORS_CHANGED
  }

  record Warning(Kind kind, Instant at) {}

  void give(UserId user, Kind kind) {
    store
        .jdbc()
        .sql("insert into access.warning (id, user_id, kind, at) values (:id, :user, :kind, :at)")
        .param("id", UUID.randomUUID())
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
