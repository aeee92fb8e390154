package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Who is the last that can administer: nobody takes that from them, neither a person nor the
/// clock. To be asked in a process of the system.
@Component
class Administrators {

  private static final String LAST =
      """
      select exists (
        select 1
          from access.membership mine
         where mine.user_id = :user and mine.role = 'ADMINISTRATOR'
           and (cast(:place as uuid) is null or mine.workspace_id = :place)
           and mine.from_date <= :today and (mine.until_date is null or mine.until_date >= :today)
           and not exists (
             select 1
               from access.membership other
               join access.user_account u on u.id = other.user_id and u.disabled_on is null
              where other.workspace_id = mine.workspace_id and other.role = 'ADMINISTRATOR'
                and other.user_id <> :user
                and other.from_date <= :today
                and (other.until_date is null or other.until_date >= :today)))
      """;

  private final SystemStore store;
  private final Clock clock;

  Administrators(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Whether nobody else who can sign in administers this place.
  boolean isLast(WorkspaceId place, UserId user) {
    return isLastAt(place.value(), user);
  }

  /// Whether they are the last at any place. Two of them are asked one after the other.
  boolean isLastAnywhere(UserId user) {
    store
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtext('access.administrators'))")
        .query((row, n) -> true)
        .single();
    return isLastAt(null, user);
  }

  private boolean isLastAt(@Nullable UUID place, UserId user) {
    return store
        .jdbc()
        .sql(LAST)
        .param("user", user.value())
        .param("place", place)
        .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
        .query(Boolean.class)
        .single();
  }
}
