package org.sightline.access;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sightline.audit.AuditTrail;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Whom a governance reader looks after: the schools where they have that role, everything inside
/// these, and everybody who ever had a role there. It opens the audit and no record (AU-06).
@Component
public class Oversight {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemStore store;
  private final SystemProcesses processes;
  private final Users users;
  private final Clock clock;

  Oversight(SystemStore store, SystemProcesses processes, Users users, Clock clock) {
    this.store = store;
    this.processes = processes;
    this.users = users;
    this.clock = clock;
  }

  /// A role somebody had in a workspace, for a time.
  ///
  /// @param until the last day, or the last there is
  private record Held(Role role, LocalDate from, LocalDate until) {

    boolean on(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /// Whose entries this reader may see; empty for whoever is no governance reader today.
  public AuditTrail.Scope scope(SignedIn who) {
    return processes.look(
        () -> {
          var hidden = keptFrom(who);
          var workspaces = new HashSet<>(workspaces(who));
          workspaces.removeAll(hidden);
          return new AuditTrail.Scope(workspaces, people(workspaces), hidden);
        });
  }

  /// The school or team this reader looks after; of several, the one since longest.
  ///
  /// @throws NotThere for whoever is no governance reader today
  public WorkspaceId school(SignedIn who) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select workspace_id
                      from access.membership
                     where user_id = :user and role = 'GOVERNANCE'
                       and from_date <= :today and (until_date is null or until_date >= :today)
                     order by from_date, workspace_id limit 1
                    """)
                .param("user", who.user().value())
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(NotThere::new));
  }

  /// The school or team of each workspace in the scope, by name; what a piece of work is called is
  /// for those who work on it.
  public Map<String, String> places(AuditTrail.Scope scope) {
    var places = new HashMap<String, String>();
    processes.look(
        () -> {
          store
              .jdbc()
              .sql(
                  """
                  select w.id, coalesce(w.name, p.name) as name
                    from access.workspace w
                    left join access.workspace p on p.id = w.parent
                   where w.id = any (:workspaces) and coalesce(w.name, p.name) is not null
                  """)
              .param("workspaces", scope.workspaces().toArray(UUID[]::new))
              .query(
                  (ResultSet row) -> {
                    places.put(row.getString("id"), row.getString("name"));
                  });
          return true;
        });
    return places;
  }

  /// Everybody in the scope and their names, by name.
  public Map<String, UserId> people(AuditTrail.Scope scope) {
    var byName = new TreeMap<String, UserId>();
    for (UUID user : scope.users()) {
      name(user).forEach(name -> byName.put(name, new UserId(user)));
    }
    return byName;
  }

  /// The name of somebody; empty when they are not known here any more.
  public List<String> name(UUID user) {
    try {
      return List.of(processes.look(() -> users.nameOf(new UserId(user))));
    } catch (NotThere gone) {
      return List.of();
    }
  }

  /// The roles each of these people had on each day they are asked for.
  public Roles roles(AuditTrail.Scope scope, Collection<UUID> of) {
    return processes.look(() -> new Roles(held(scope, of)));
  }

  /// Who had which role, when.
  public static final class Roles {

    private final Map<UUID, List<Held>> held;

    private Roles(Map<UUID, List<Held>> held) {
      this.held = held;
    }

    /// What somebody was on a day, anywhere the reader looks after.
    public Set<Role> of(UUID user, LocalDate day) {
      var roles = EnumSet.noneOf(Role.class);
      held.getOrDefault(user, List.of()).stream()
          .filter(one -> one.on(day))
          .forEach(one -> roles.add(one.role()));
      return roles;
    }
  }

  private Set<UUID> workspaces(SignedIn who) {
    return store
        .jdbc()
        .sql(
            """
            with recursive mine as (
              select workspace_id as id
                from access.membership
               where user_id = :user and role = 'GOVERNANCE'
                 and from_date <= :today and (until_date is null or until_date >= :today)
               union
              select w.id from access.workspace w join mine on w.parent = mine.id
            )
            select id from mine
            """)
        .param("user", who.user().value())
        .param("today", LocalDate.now(clock.withZone(LONDON)))
        .query(UUID.class)
        .set();
  }

  /// What a reader who is kept away does not find in the audit either (AC-06).
  private Set<UUID> keptFrom(SignedIn who) {
    return store
        .jdbc()
        .sql("select access.kept_from(:user)")
        .param("user", who.user().value())
        .query(UUID.class)
        .set();
  }

  private Set<UUID> people(Set<UUID> workspaces) {
    return store
        .jdbc()
        .sql(
            "select distinct user_id from access.membership where workspace_id = any (:workspaces)")
        .param("workspaces", workspaces.toArray(UUID[]::new))
        .query(UUID.class)
        .set();
  }

  private Map<UUID, List<Held>> held(AuditTrail.Scope scope, Collection<UUID> of) {
    var found = new HashMap<UUID, List<Held>>();
    store
        .jdbc()
        .sql(
            """
            select user_id, role, from_date, coalesce(until_date, date '9999-12-31') as until_date
              from access.membership
             where user_id = any (:users) and workspace_id = any (:workspaces)
            """)
        .param("users", new HashSet<>(of).toArray(UUID[]::new))
        .param("workspaces", scope.workspaces().toArray(UUID[]::new))
        .query(
            (ResultSet row) -> {
              found
                  .computeIfAbsent(row.getObject("user_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Held(
                          Role.valueOf(row.getString("role")),
                          row.getObject("from_date", LocalDate.class),
                          row.getObject("until_date", LocalDate.class)));
            });
    return found;
  }
}
