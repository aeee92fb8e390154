package org.sightline.access;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people of an installation and their roles at schools and in teams. An administrator adds
/// people and switches them off, and sees nothing else of them; roles are given by those who hold
/// them (AC-11), which the database decides (`access.may_grant`).
@Component
public class Colleagues {

  private final JdbcClient jdbc;
  private final Users users;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final SettingUp settingUp;
  private final FirstSteps firstSteps;
  private final Agencies agencies;
  private final OpenBrowsers browsers;
  private final Administrators administrators;
  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final Clock clock;
  private final Words words;

  Colleagues(
      JdbcClient jdbc,
      Users users,
      Workspaces workspaces,
      Accounts accounts,
      SettingUp settingUp,
      FirstSteps firstSteps,
      Agencies agencies,
      OpenBrowsers browsers,
      Administrators administrators,
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.users = users;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.settingUp = settingUp;
    this.firstSteps = firstSteps;
    this.agencies = agencies;
    this.browsers = browsers;
    this.administrators = administrators;
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.clock = clock;
    this.words = words;
  }

  /// Somebody who can sign in.
  ///
  /// @param on `false` when switched off
  /// @param suspended switched off by the clock: not signed in for 45 days
  public record Person(UserId id, String name, boolean on, boolean suspended) {}

  /// The agencies somebody can be said to work for, by name.
  public Map<UUID, String> agencies(SignedIn who) {
    var offered = new LinkedHashMap<UUID, String>();
    agencies.all(who).stream()
        .filter(Agencies.Agency::current)
        .forEach(agency -> offered.put(agency.id(), agency.name()));
    return offered;
  }

  /// The agency somebody works for, by its name; empty when nobody recorded it.
  public Optional<Agencies.Agency> agencyOf(SignedIn who, UserId user) {
    var recorded =
        processes.look(
            who,
            () ->
                jdbc.sql("select agency from access.user_account where id = :id")
                    .param("id", user.value())
                    .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                    .single());
    return agencies.all(who).stream()
        .filter(agency -> recorded.filter(agency.id()::equals).isPresent())
        .findFirst();
  }

  /// Records which agency somebody works for, or that it is not known. What they did before stays
  /// as it was written down.
  ///
  /// @throws NotThere when the reader is no administrator, or there is no such person or agency
  public void recordAgency(SignedIn who, UserId user, @Nullable UUID agency) {
    requireAdministrator(who);
    requireOffered(who, agency);
    person(who, user);
    systemProcesses.change(
        who,
        Act.of("access.agency-recorded", user.value())
            .with(agency == null ? "none" : "agency " + agency),
        () -> writeAgency(user, agency));
  }

  private void requireOffered(SignedIn who, @Nullable UUID agency) {
    if (agency != null && !agencies(who).containsKey(agency)) {
      throw new NotThere();
    }
  }

  private int writeAgency(UserId user, @Nullable UUID agency) {
    return store
        .jdbc()
        .sql("update access.user_account set agency = :agency where id = :id")
        .param("agency", agency, Types.OTHER)
        .param("id", user.value())
        .update();
  }

  /// The people the reader has to do with, by name: everybody for an administrator; for others
  /// those who work or worked at their own schools, and those who have no role anywhere yet.
  public List<Person> around(SignedIn who) {
    return processes.look(
        who,
        () -> {
          var own = nowOrBefore(workspaces.schoolsAndTeams());
          boolean all = users.rolesAnywhere(who).contains(Role.ADMINISTRATOR);
          var newcomers = newcomers();
          return jdbc
              .sql(
                  """
                  select id, disabled_on is null as on, suspended_on is not null as suspended
                    from access.user_account
                  """)
              .query(
                  (row, n) ->
                      new Person(
                          new UserId(row.getObject("id", UUID.class)),
                          "",
                          row.getBoolean("on"),
                          row.getBoolean("suspended")))
              .list()
              .stream()
              .filter(each -> all || own.contains(each.id()) || newcomers.contains(each.id()))
              .map(
                  each ->
                      new Person(each.id(), users.nameOf(each.id()), each.on(), each.suspended()))
              .sorted(Comparator.comparing(Person::name))
              .toList();
        });
  }

  /// Who has, or ever had, a role at one of these schools.
  private Set<UserId> nowOrBefore(List<WorkspaceId> schools) {
    return jdbc
        .sql("select distinct workspace_id, user_id from access.membership")
        .query(
            (row, n) ->
                Map.entry(
                    new WorkspaceId(row.getObject(1, UUID.class)),
                    new UserId(row.getObject(2, UUID.class))))
        .list()
        .stream()
        .filter(each -> schools.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /// Guests are no newcomers: who was asked elsewhere is not for everybody to know.
  private Set<UserId> newcomers() {
    return store
        .jdbc()
        .sql(
            """
            select id
              from access.user_account u
             where not exists (select 1 from access.membership m where m.user_id = u.id)
               and not exists (select 1 from access.guest_pass p where p.user_id = u.id)
            """)
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .set();
  }

  /// @throws NotThere when there is no such person, or the reader has nothing to do with them
  public Person person(SignedIn who, UserId user) {
    return around(who).stream()
        .filter(person -> person.id().equals(user))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Whether the reader may make teams.
  public boolean makesTeams(SignedIn who) {
    return processes.look(
        who,
        () -> {
          var held = users.rolesAnywhere(who);
          return held.contains(Role.ADMINISTRATOR) || held.contains(Role.GOVERNANCE);
        });
  }

  public boolean isAdministrator(SignedIn who) {
    return processes.look(who, () -> users.rolesAnywhere(who).contains(Role.ADMINISTRATOR));
  }

  /// Gives somebody a role from today on. They sign in again before they use it, on every browser
  /// (AN-11): what they typed waits for them.
  ///
  /// @throws NotThere when the reader may not
  public void give(SignedIn who, WorkspaceId school, UserId user, Role role) {
    give(who, school, user, role, RoleTerm.from(today()));
  }

  /// The same from a day to a day: what begins later asks them to sign in again on that day
  /// ([Leavers]).
  ///
  /// @throws NotThere when the reader may not
  public void give(SignedIn who, WorkspaceId school, UserId user, Role role, RoleTerm term) {
    processes.change(
        who,
        Act.in(school, "access.role-given", user.value()).with(role.name()),
        () -> {
          if (!workspaces.mayGrant(school, user, role)) {
            throw new NotThere();
          }
          workspaces.grant(school, user, role, term);
        });
    if (term.holdsOn(today())) {
      browsers.endAll(user);
    }
  }

  /// Ends somebody's role at a school, and in its rounds, from now on (AC-07), and what they have
  /// open on every browser (AN-11).
  ///
  /// @throws NotThere when the reader may not
  public void end(SignedIn who, WorkspaceId school, UserId user, Role role) {
    boolean may = processes.look(who, () -> workspaces.mayGrant(school, user, role));
    if (!may) {
      throw new NotThere();
    }
    systemProcesses.change(
        who,
        Act.in(school, "access.role-ended", user.value()).with(role.name()),
        () -> {
          if (role == Role.ADMINISTRATOR && administrators.isLast(school, user)) {
            throw new Refused(words.say("access.colleagues.last-administrator"));
          }
          return store
              .jdbc()
              .sql(
                  """
                  update access.membership
                     set until_date = greatest(from_date - 1, cast(:yesterday as date))
                   where user_id = :user and role = :role
                     and (until_date is null or until_date > :yesterday)
                     and (workspace_id = :school
                       or workspace_id in (select id from access.workspace where parent = :school))
                  """)
              .param("yesterday", today().minusDays(1))
              .param("user", user.value())
              .param("role", role.name())
              .param("school", school.value())
              .update();
        });
    browsers.endAll(user);
  }

  /// Adds somebody who has no role yet.
  ///
  /// @param agency they work for, or `null` when that is not recorded
  /// @return the path of a one-time link for them
  /// @throws NotThere when the reader is no administrator
  /// @throws Refused when the sign-in name is taken
  public String add(SignedIn who, String name, String username, @Nullable UUID agency) {
    requireAdministrator(who);
    requireOffered(who, agency);
    var user = UserId.random();
    return systemProcesses.change(
        who,
        Act.of("access.colleague-added", user.value()),
        () -> {
          if (accounts.isTaken(username)) {
            throw new Refused(words.say("access.colleagues.taken"));
          }
          settingUp.personWithoutPassword(user, username, name);
          writeAgency(user, agency);
          return firstSteps.linkFor(who, user);
        });
  }

  /// A one-time link for somebody who has lost what they sign in with. Whoever hands it over has
  /// made sure, in person, who it is (AN-08).
  public String link(SignedIn who, UserId user) {
    requireAdministrator(who);
    return firstSteps.linkFor(who, person(who, user).id());
  }

  /// Switches somebody off, or on again. Off means at once, on every browser (AN-11).
  public void switchTo(SignedIn who, UserId user, boolean on) {
    requireAdministrator(who);
    if (user.equals(who.user())) {
      throw new Refused(words.say("access.colleagues.yourself"));
    }
    person(who, user);
    systemProcesses.change(
        who,
        Act.of(on ? "access.colleague-switched-on" : "access.colleague-switched-off", user.value()),
        () ->
            store
                .jdbc()
                .sql(PeopleByCommand.SWITCHED)
                .param("off", on ? null : today(), Types.DATE)
                .param("today", today())
                .param("id", user.value())
                .update());
    if (!on) {
      browsers.endAll(user);
    }
  }

  private void requireAdministrator(SignedIn who) {
    if (!isAdministrator(who)) {
      throw new NotThere();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
