package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Writes what was said of roles, as the application's own role and in a process of the system:
/// whoever calls has asked, as the reader, whether it is theirs.
@Component
class RoleReviewRows {

  private final SystemStore store;
  private final Clock clock;

  RoleReviewRows(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void keep(SignedIn who, UUID id, UUID membership) {
    store
        .jdbc()
        .sql(
            """
            insert into access.role_reviewed (review_id, membership_id, outcome, by_user, at)
            values (:review, :membership, 'KEPT', :me, :now)
            on conflict do nothing
            """)
        .param("review", id)
        .param("membership", membership)
        .param("me", who.user().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// There and in what lies inside.
  void end(SignedIn who, UUID id, WorkspaceId place, RoleReviews.Line line) {
    store
        .jdbc()
        .sql(
            """
            with ended as (
              select m.id, m.until_date
                from access.membership m
               where m.user_id = :user and m.role = :role
                 and (m.until_date is null or m.until_date > :yesterday)
                 and (m.id = :membership or m.workspace_id in (
                   select w.id from access.workspace w where w.parent = :place))
                 for update
            ), noted as (
              insert into access.role_reviewed
                (review_id, membership_id, outcome, until_before, followed, by_user, at)
              select :review, id, 'ENDED', until_date,
                     case when id = :membership then null else cast(:membership as uuid) end, :me, :now
                from ended
              on conflict do nothing
            )
            update access.membership m
               set until_date = greatest(m.from_date - 1, cast(:yesterday as date))
              from ended
             where m.id = ended.id
            """)
        .param("user", line.user().value())
        .param("role", line.role().name())
        .param("yesterday", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))).minusDays(1))
        .param("membership", line.membership())
        .param("place", place.value())
        .param("review", id)
        .param("me", who.user().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @return how many roles it was about
  int takeBack(SignedIn who, UUID id, UUID membership) {
    return store
        .jdbc()
        .sql(
            """
                      with gone as (
                        delete from access.role_reviewed
                         where review_id = :review and by_user = :me
                           and :membership in (membership_id, followed)
                        returning membership_id, outcome, until_before)
                      update access.membership m
                         set until_date = case when gone.outcome = 'ENDED'
                               then gone.until_before else m.until_date end
                        from gone
                       where m.id = gone.membership_id
                      """)
        .param("review", id)
        .param("me", who.user().value())
        .param("membership", membership)
        .update();
  }

  /// Closes a review in which nothing is left.
  boolean close(UUID id, @Nullable UserId by, LocalDate today) {
    return store
            .jdbc()
            .sql(
                """
                update access.role_review r set done_on = :today, done_by = :by::uuid
                 where r.id = :id and r.done_on is null
                   and not exists (
                     select 1
                       from access.membership m
                      where m.workspace_id = r.workspace_id and m.from_date <= r.begun_on
                        and (m.until_date is null or m.until_date >= :today)
                        and not exists (
                          select 1 from access.role_reviewed c
                           where c.review_id = r.id and c.membership_id = m.id))
                """)
            .param("id", id)
            .param("by", by == null ? null : by.value())
            .param("today", today)
            .update()
        == 1;
  }

  void reopen(UUID id) {
    store
        .jdbc()
        .sql("update access.role_review set done_on = null, done_by = null where id = :id")
        .param("id", id)
        .update();
  }

  void lock(UUID id) {
    store
        .jdbc()
        .sql("select id from access.role_review where id = :id for update")
        .param("id", id)
        .query((row, n) -> true)
        .single();
  }

  boolean isUndecided(UUID id, UUID membership) {
    return store
        .jdbc()
        .sql(
            """
            select not exists (select 1 from access.role_reviewed
               where review_id = :id and membership_id = :membership)
            """)
        .param("id", id)
        .param("membership", membership)
        .query(Boolean.class)
        .single();
  }
}
