package org.sightline.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// What some people did lately, for a watch that knows more of them than the audit does (AU-08).
@Component
public class RecentActs {

  private final SystemStore store;

  RecentActs(SystemStore store) {
    this.store = store;
  }

  /// What somebody did or was refused.
  ///
  /// @param workspace where, or `null`
  /// @param object with what, or `null`
  public record Done(UUID user, @Nullable UUID workspace, @Nullable UUID object, Instant at) {}

  /// What these people did, once for each thing, with its last time. To be asked in a process of
  /// the system.
  ///
  /// @param within how long ago at most
  public List<Done> of(Collection<UUID> users, Duration within) {
    return store
        .jdbc()
        .sql(
            """
            select user_id, workspace, object, max(at) as at
              from audit.entry
             where at > clock_timestamp() - make_interval(secs => :seconds)
               and user_id = any(:users)
             group by user_id, workspace, object
            """)
        .param("seconds", within.toSeconds())
        .param("users", users.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Done(
                    row.getObject("user_id", UUID.class),
                    row.getObject("workspace", UUID.class),
                    row.getObject("object", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
