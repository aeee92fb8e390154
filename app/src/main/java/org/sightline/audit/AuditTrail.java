package org.sightline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Who did what, when and to what. Whoever shows it decides first whose entries the reader may see,
/// and writes down that they were read (AU-06).
@Component
public class AuditTrail {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// How many entries back [#opened] looks.
  private static final int LATELY = 20_000;

  private final SystemStore store;

  AuditTrail(SystemStore store) {
    this.store = store;
  }

  /// Whose entries may be seen: what happened in these workspaces, and what happened in none and
  /// was done by or to these people.
  ///
  /// @param hidden workspaces and objects whose entries may not be seen whatever else is said; what
  ///     happened in no workspace stays hidden too when it was done to something that lies in one
  ///     of them, people excepted: what somebody did elsewhere stays to be seen
  public record Scope(Set<UUID> workspaces, Set<UUID> users, Set<UUID> hidden) {

    public Scope {
      workspaces = Set.copyOf(workspaces);
      users = Set.copyOf(users);
      hidden = Set.copyOf(hidden);
    }
  }

  /// What somebody had to do with a record.
  ///
  /// @param onlyDenied whether they never got to see it
  /// @param roles in which they did, as far as it was written down
  /// @param agencies for which they worked then
  /// @param purposes for which they had the piece of work open
  public record Dealing(
      UUID user,
      int times,
      Instant first,
      Instant last,
      boolean onlyDenied,
      Set<String> roles,
      Set<UUID> agencies,
      Set<String> purposes) {

    public Dealing {
      roles = Collections.unmodifiableSet(new TreeSet<>(roles));
      agencies = Set.copyOf(agencies);
      purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
    }
  }

  /// What is asked for; what is `null` does not matter.
  ///
  /// @param object the record it was done to
  /// @param act its name, or with a full stop at the end all of a module's
  /// @param before only entries with a smaller number
  public record Question(
      @Nullable UUID object,
      @Nullable UUID user,
      @Nullable LocalDate day,
      @Nullable String act,
      @Nullable Long before) {}

  /// The latest first. To be asked in a process of the system.
  public List<Entry> answer(Scope scope, Question question, int most) {
    var day = question.day();
    return store
        .jdbc()
        .sql(
            """
            select seq, at, user_id, act, workspace, object, detail, outcome, request,
                   agency, role, purpose, grant_kind, grant_id
              from audit.entry
             where (:object::uuid is null or object = :object)
               and (:user::uuid is null or user_id = :user)
               and (:act::text is null or act = :act
                 or right(:act, 1) = '.' and starts_with(act, :act))
               and (:from::timestamptz is null or at >= :from and at < :to)
               and (:before::bigint is null or seq < :before)
               and (workspace = any (:workspaces::uuid[])
                 or workspace is null and (user_id = any (:users::uuid[])
                   or user_id is null and object = any (:users::uuid[])))
               and (object is null or object <> all (:hidden::uuid[]))
               and (workspace is not null or object is null or object = any (:users::uuid[])
                 or not exists (
                   select 1
                     from audit.entry h
                    where h.object = entry.object and h.workspace = any (:hidden::uuid[])))
             order by seq desc
             limit :most
            """)
        .param("object", question.object(), Types.OTHER)
        .param("user", question.user(), Types.OTHER)
        .param("act", question.act(), Types.VARCHAR)
        .param("from", day == null ? null : start(day), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", day == null ? null : start(day.plusDays(1)), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("before", question.before(), Types.BIGINT)
        .param("workspaces", scope.workspaces().toArray(UUID[]::new))
        .param("users", scope.users().toArray(UUID[]::new))
        .param("hidden", scope.hidden().toArray(UUID[]::new))
        .param("most", most)
        .query((row, n) -> entry(row))
        .list();
  }

  /// For each record that was opened among the latest [#LATELY] entries the last time, the last
  /// first. What somebody looks at of people, roles and the audit itself is no record. To be asked
  /// in a process of the system.
  public List<Entry> opened(Scope scope, int most) {
    return store
        .jdbc()
        .sql(
            """
            select seq, at, user_id, act, workspace, object, detail, outcome, request,
                   agency, role, purpose, grant_kind, grant_id
              from audit.entry
             where seq in (
               select max(seq)
                 from audit.entry
                where seq > (select seq from audit.head) - :lately
                  and act like '%-read' and act not like 'access.%' and outcome = 'DONE'
                  and object <> workspace and workspace = any (:workspaces::uuid[])
                  and object <> all (:hidden::uuid[])
                group by object
                order by 1 desc limit :most)
             order by seq desc
            """)
        .param("lately", LATELY)
        .param("workspaces", scope.workspaces().toArray(UUID[]::new))
        .param("hidden", scope.hidden().toArray(UUID[]::new))
        .param("most", most)
        .query((row, n) -> entry(row))
        .list();
  }

  /// Who did something with a record, the last one first. To be asked in a process of the system.
  public List<Dealing> dealings(Scope scope, UUID object) {
    return store
        .jdbc()
        .sql(
            """
            select user_id, count(*) as times, min(at) as first, max(at) as last,
                   bool_and(outcome = 'DENIED') as only_denied,
                   string_agg(distinct role, ' ') as roles,
                   string_agg(distinct agency::text, ' ') as agencies,
                   string_agg(distinct purpose, ' ') as purposes
              from audit.entry
             where object = :object and user_id is not null
               and (workspace = any (:workspaces::uuid[])
                 or workspace is null and user_id = any (:users::uuid[]))
               and (object is null or object <> all (:hidden::uuid[]))
               and (workspace is not null or object is null or object = any (:users::uuid[])
                 or not exists (
                   select 1
                     from audit.entry h
                    where h.object = entry.object and h.workspace = any (:hidden::uuid[])))
             group by user_id
             order by max(seq) desc
            """)
        .param("object", object)
        .param("workspaces", scope.workspaces().toArray(UUID[]::new))
        .param("users", scope.users().toArray(UUID[]::new))
        .param("hidden", scope.hidden().toArray(UUID[]::new))
        .query((row, n) -> dealing(row))
        .list();
  }

  /// Who could have seen a person without opening their record: on lists, maps, matrices and papers
  /// of the pieces of work that held it, and on copies taken there, from the day it came in
  /// (AC-18). Whether it was on each is not kept. To be asked in a process of the system.
  public List<Dealing> around(Scope scope, UUID person) {
    return store
        .jdbc()
        .sql(
            """
            with held as (
              select workspace, min(seq) as since
                from audit.entry
               where object = :person and act like 'people.%' and outcome = 'DONE'
                 and workspace = any (:workspaces::uuid[]) and workspace <> all (:hidden::uuid[])
                 and :person::uuid <> all (:hidden::uuid[])
               group by workspace
            )
            select e.user_id, count(*) as times, min(e.at) as first, max(e.at) as last,
                   false as only_denied,
                   string_agg(distinct e.role, ' ') as roles,
                   string_agg(distinct e.agency::text, ' ') as agencies,
                   string_agg(distinct e.purpose, ' ') as purposes
              from held h
              join audit.entry e on e.workspace = h.workspace and e.seq >= h.since
             where e.user_id is not null and e.outcome = 'DONE' and e.object <> :person
               and e.object <> all (:hidden::uuid[])
               and (e.act in ('people.list-read', 'documents.copy-taken')
                 or e.act ~ '^network[.].*-(read|exported|printed)$')
             group by e.user_id
             order by max(e.seq) desc
            """)
        .param("person", person)
        .param("workspaces", scope.workspaces().toArray(UUID[]::new))
        .param("hidden", scope.hidden().toArray(UUID[]::new))
        .query((row, n) -> dealing(row))
        .list();
  }

  private static Dealing dealing(ResultSet row) throws SQLException {
    return new Dealing(
        row.getObject("user_id", UUID.class),
        row.getInt("times"),
        row.getObject("first", OffsetDateTime.class).toInstant(),
        row.getObject("last", OffsetDateTime.class).toInstant(),
        row.getBoolean("only_denied"),
        split(row.getString("roles"), part -> part),
        split(row.getString("agencies"), UUID::fromString),
        split(row.getString("purposes"), part -> part));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("user_id", UUID.class),
        row.getString("act"),
        row.getObject("workspace", UUID.class),
        row.getObject("object", UUID.class),
        row.getString("detail"),
        row.getString("outcome").equals("DENIED"),
        row.getObject("request", UUID.class),
        new Ground(
            row.getObject("agency", UUID.class),
            row.getString("role"),
            row.getString("purpose"),
            row.getString("grant_kind"),
            row.getObject("grant_id", UUID.class)));
  }

  private static <T> Set<T> split(@Nullable String parts, Function<String, T> each) {
    return parts == null
        ? Set.of()
        : Stream.of(parts.split(" ")).map(each).collect(Collectors.toSet());
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant().atOffset(ZoneOffset.UTC);
  }
}
