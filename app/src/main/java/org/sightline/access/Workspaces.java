package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The workspaces and their members. Every method runs inside a process (`org.sightline.audit`):
/// outside one the database shows nothing.
@Component
public class Workspaces {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final String ANY_ROLE =
      Stream.of(Role.values()).map(Role::name).collect(Collectors.joining(" "));

  private final JdbcClient jdbc;
  private final Users users;
  private final PurposeGate gate;
  private final Clock clock;

  Workspaces(JdbcClient jdbc, Users users, PurposeGate gate, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.gate = gate;
    this.clock = clock;
  }

  /// Opens a round inside a school that is open to the caller, who becomes its owner.
  public void openRound(WorkspaceId id, WorkspaceId school, LocalDate on) {
    jdbc.sql("select access.open_workspace(:id, 'ROUND', :school, :on)")
        .param("id", id.value())
        .param("school", school.value())
        .param("on", on)
        .query((row, n) -> true)
        .single();
  }

  /// Makes somebody else a member. The database refuses a grant to oneself, and by anyone but the
  /// owner.
  public void grant(WorkspaceId workspace, UserId user, Role role, LocalDate from) {
    grant(workspace, user, role, RoleTerm.from(from));
  }

  /// The same, from a day to a day.
  public void grant(WorkspaceId workspace, UserId user, Role role, RoleTerm term) {
    jdbc.sql(
            """
            insert into access.membership (id, workspace_id, user_id, role, from_date, until_date)
            values (:id, :workspace, :user, :role, :from, :until)
            on conflict on constraint membership_once_uq do update set until_date = :until
            """)
        .param("id", UUID.randomUUID())
        .param("workspace", workspace.value())
        .param("user", user.value())
        .param("role", role.name())
        .param("from", term.from())
        .param("until", term.until(), Types.DATE)
        .update();
  }

  /// Whether the person who is acting may give this role, or end it.
  boolean mayGrant(WorkspaceId school, UserId user, Role role) {
    return jdbc.sql("select access.may_grant(:school, :user, :role)")
        .param("school", school.value())
        .param("user", user.value())
        .param("role", role.name())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /// Every role somebody holds there today or will hold, by name and day.
  public List<HeldRole> terms(WorkspaceId workspace) {
    return jdbc
        .sql(
            """
            select user_id, role, from_date, until_date
              from access.membership
             where workspace_id = :workspace and (until_date is null or until_date >= :today)
               and (until_date is null or until_date >= from_date)
             order by from_date, role
            """)
        .param("workspace", workspace.value())
        .param("today", today())
        .query(
            (row, n) ->
                new HeldRole(
                    user(row),
                    users.nameOf(user(row)),
                    Role.valueOf(row.getString("role")),
                    new RoleTerm(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("until_date", LocalDate.class))))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(HeldRole::name))
        .toList();
  }

  /// The schools in which the person who is acting holds a role; not what they opened in an
  /// emergency, which is nowhere to raise a concern or to look up colleagues.
  public List<WorkspaceId> schools() {
    return places("SCHOOL");
  }

  /// The schools and teams in which the person who is acting holds a role.
  public List<WorkspaceId> schoolsAndTeams() {
    return places("SCHOOL TEAM");
  }

  private List<WorkspaceId> places(String kinds) {
    return jdbc.sql(
            """
            select id
              from access.workspace
             where kind = any (string_to_array(:kinds, ' '))
               and id in (select access.my_workspaces_as(variadic string_to_array(:roles, ' ')))
             order by opened_on, id
            """)
        .param("kinds", kinds)
        .param("roles", ANY_ROLE)
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .list();
  }

  /// A workspace in which the person who is acting holds a role: a team before anything else.
  public Optional<WorkspaceId> any() {
    return jdbc.sql(
            """
            select id
              from access.workspace
             where id in (select access.my_workspaces_as(variadic string_to_array(:roles, ' ')))
             order by kind = 'TEAM' desc, opened_on, id limit 1
            """)
        .param("roles", ANY_ROLE)
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// The school a round belongs to.
  ///
  /// @throws NotThere when the round is not open to the person who is acting
  public WorkspaceId schoolOf(WorkspaceId round) {
    return parentOf(round).orElseThrow(NotThere::new);
  }

  /// The school or team a workspace belongs to; empty for those, and for what is not open to the
  /// person who is acting.
  public Optional<WorkspaceId> parentOf(WorkspaceId workspace) {
    return jdbc.sql("select parent from access.workspace where id = :id and parent is not null")
        .param("id", workspace.value())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// The name of a school.
  ///
  /// @throws NotThere when it is not open to the person who is acting
  public String nameOf(WorkspaceId school) {
    return jdbc.sql("select name from access.workspace where id = :id and name is not null")
        .param("id", school.value())
        .query(String.class)
        .optional()
        .orElseThrow(NotThere::new);
  }

  /// Everybody who is a member today, by name.
  public List<Colleague> members(WorkspaceId workspace) {
    var roles = new LinkedHashMap<UserId, Set<Role>>();
    jdbc.sql(
            """
            select user_id, role
              from access.membership
             where workspace_id = :workspace
               and from_date <= :today and (until_date is null or until_date >= :today)
            """)
        .param("workspace", workspace.value())
        .param("today", today())
        .query(
            (ResultSet row) -> {
              roles
                  .computeIfAbsent(user(row), id -> new TreeSet<>())
                  .add(Role.valueOf(row.getString("role")));
            });
    return roles.entrySet().stream()
        .map(entry -> new Colleague(entry.getKey(), users.nameOf(entry.getKey()), entry.getValue()))
        .sorted(java.util.Comparator.comparing(Colleague::name))
        .toList();
  }

  /// The roles the person holds in this workspace today; empty when it is not open to whoever is
  /// acting. Break-glass opens a workspace and gives no role.
  public Set<Role> roles(SignedIn who, WorkspaceId workspace) {
    return jdbc
        .sql(
            """
            select role
              from access.membership
             where workspace_id = :workspace and user_id = :user
               and workspace_id in (select access.my_workspaces())
               and from_date <= :today and (until_date is null or until_date >= :today)
            """)
        .param("workspace", workspace.value())
        .param("user", who.user().value())
        .param("today", today())
        .query((row, n) -> Role.valueOf(row.getString(1)))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Goes on only when the workspace is open to the person who is acting, as a member or for an
  /// hour by break-glass, and where roles are named, when they hold one of them. Members say first
  /// what they have a piece of work open for (AC-03).
  ///
  /// @throws NotThere otherwise: the same answer as for a workspace that does not exist
  public Set<Role> require(SignedIn who, WorkspaceId workspace, Role... anyOf) {
    Set<Role> held = requireUnasked(who, workspace, anyOf);
    if (!held.isEmpty()) {
      gate.pass(workspace);
    }
    return held;
  }

  /// The same, and nobody is asked what for: for passing on a risk of harm, which nothing stands in
  /// the way of (practice.md, Safety 1).
  ///
  /// @throws NotThere when it is not open to them
  public Set<Role> requireUnasked(SignedIn who, WorkspaceId workspace, Role... anyOf) {
    Set<Role> held = roles(who, workspace);
    boolean enough =
        anyOf.length == 0
            // Roles are only found where the workspace is open.
            ? !held.isEmpty() || isOpen(workspace)
            : List.of(anyOf).stream().anyMatch(held::contains);
    if (!enough) {
      throw new NotThere();
    }
    Stream.of(anyOf.length == 0 ? Role.values() : anyOf)
        .filter(held::contains)
        .findFirst()
        .ifPresent(role -> Relied.note(who.user(), workspace, role));
    WhyHere.note(workspace, null);
    return held;
  }

  /// Says which record the page shows, so that it can be asked why the reader can see it.
  public void showing(WorkspaceId workspace, UUID record) {
    WhyHere.note(workspace, record);
  }

  /// Whether the workspace is open to the person who is acting.
  public boolean isOpen(WorkspaceId workspace) {
    return jdbc.sql("select :workspace in (select access.my_workspaces())")
        .param("workspace", workspace.value())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private static UserId user(ResultSet row) throws SQLException {
    return new UserId(row.getObject("user_id", UUID.class));
  }
}
