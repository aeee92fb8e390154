package org.sightline.audit.watching;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Alerts;
import org.sightline.store.SystemStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Looks at what everybody did in the last hour (AU-08). An act's name says what it is: `-read`
/// opens a record, `-exported` and `-printed` take something away, `-searched` looks for somebody.
/// Nearly all that is taken away is a copy too, and counts once.
///
/// What shows several people by name says how many ([Processes#readOfSeveral]), and is so many
/// records. In one piece of work these are the people whose records are opened there, so that the
/// larger of the two numbers counts, and not their sum.
@Component
class ReadingWatch {

  /// More than this in an hour.
  static final int RECORDS = 25;

  static final int EXPORTS = 10;
  static final int SEARCHES = 30;
  static final int DENIALS = 20;

  /// Five of them end an attempt to sign in.
  static final int WRONG_CODES = 4;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemStore store;
  private final Alerts alerts;
  private final OffHours offHours;

  ReadingWatch(
      SystemStore store,
      Alerts alerts,
      @Value("${sightline.audit.off-hours:22-06}") String offHours) {
    this.store = store;
    this.alerts = alerts;
    this.offHours = OffHours.of(offHours);
  }

  /// What somebody did in the last hour.
  ///
  /// @param records how many people and records they saw
  /// @param now by the clock of the database
  /// @param reads the hours of the clock in which they opened a record, each as its beginning
  private record Hour(
      UUID user,
      Instant now,
      long records,
      long exports,
      long searches,
      long denials,
      long wrongCodes,
      List<Instant> reads) {}

  void lookAround() {
    for (var hour : lastHour()) {
      over(hour, "many-records", hour.records(), RECORDS);
      over(hour, "many-exports", hour.exports(), EXPORTS);
      over(hour, "many-searches", hour.searches(), SEARCHES);
      over(hour, "many-denials", hour.denials(), DENIALS);
      over(hour, "wrong-codes", hour.wrongCodes(), WRONG_CODES);
      hour.reads().stream()
          .filter(at -> offHours.holds(at.atZone(LONDON).toLocalTime()))
          .map(at -> at.minus(12, ChronoUnit.HOURS).atZone(LONDON).toLocalDate())
          .distinct()
          .forEach(night -> atNight(hour.user(), night));
    }
  }

  /// Once in an hour for each person.
  private void over(Hour hour, String kind, long times, int limit) {
    if (times > limit && !isRaised(kind, hour.user())) {
      var bucket = hour.now().truncatedTo(ChronoUnit.HOURS);
      alerts.raiseOnce(kind, hour.user(), null, hour.user() + " " + bucket);
    }
  }

  /// Once in a night for each person.
  private void atNight(UUID user, LocalDate night) {
    alerts.raiseOnce("off-hours", user, null, user + " " + night);
  }

  private boolean isRaised(String kind, UUID user) {
    return store
        .jdbc()
        .sql(
            """
            select exists (
              select 1 from audit.alert
               where kind = :kind and subject_user = :user
                 and raised_at > clock_timestamp() - interval '1 hour')
            """)
        .param("kind", kind)
        .param("user", user)
        .query(Boolean.class)
        .single();
  }

  /// Wrong codes are counted for the person whose account it is; whoever typed them is not known.
  private List<Hour> lastHour() {
    return store
        .jdbc()
        .sql(
            """
            with hour as (
              select coalesce(user_id, case when act = 'access.sign-in-refused' then object end) as someone,
                     act, object, outcome, at, workspace,
                     case when outcome = 'DONE' and (act like '%-read'
                       or act ~ '^people[.].*-(copied|opened|found)$')
                       then date_trunc('hour', at) end as read_at,
                     act = 'access.sign-in-refused' and detail in ('code', 'codes') as wrong_code,
                     case when outcome = 'DONE' and detail ~ '^people [0-9]{1,6}$'
                       then substr(detail, 8)::int end as people
                from audit.entry
               where at > clock_timestamp() - interval '1 hour'
            ), seen as (
              select someone, workspace,
                     greatest(max(people), count(distinct object) filter (where read_at is not null)) as n
                from hour
               group by someone, workspace
            )
            select someone, clock_timestamp() as now,
                   (select sum(n) from seen where seen.someone = hour.someone) as records,
                   greatest(
                     count(*) filter (where outcome = 'DONE' and act = 'documents.copy-taken'),
                     count(*) filter (where outcome = 'DONE'
                       and act ~ '-(exported|printed)$|^people[.].*-copied$')) as exports,
                   count(*) filter (where act ~ '[.-]searched$' and outcome = 'DONE') as searches,
                   count(*) filter (where outcome = 'DENIED') as denials,
                   count(*) filter (where wrong_code) as wrong_codes,
                   array_agg(distinct read_at) filter (where read_at is not null) as reads
              from hour
             where someone is not null
             group by someone
            """)
        .query(
            (row, n) ->
                new Hour(
                    row.getObject("someone", UUID.class),
                    row.getObject("now", OffsetDateTime.class).toInstant(),
                    row.getLong("records"),
                    row.getLong("exports"),
                    row.getLong("searches"),
                    row.getLong("denials"),
                    row.getLong("wrong_codes"),
                    reads(row.getArray("reads"))))
        .list();
  }

  /// The hours in which records were opened, each as its beginning.
  private static List<Instant> reads(@Nullable Array hours) throws SQLException {
    var found = new ArrayList<Instant>();
    if (hours != null) {
      for (Object hour : (Object[]) hours.getArray()) {
        found.add(((Timestamp) hour).toInstant());
      }
    }
    return found;
  }
}
