package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Teams of agencies. Whoever makes one holds there the role they made it with, which names its
/// first chair and gives nothing to themselves.
@Component
public class Teams {

  private final JdbcClient jdbc;
  private final Users users;
  private final SettingUp settingUp;
  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final Clock clock;
  private final Words words;

  Teams(
      JdbcClient jdbc,
      Users users,
      SettingUp settingUp,
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.users = users;
    this.settingUp = settingUp;
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.clock = clock;
    this.words = words;
  }

  /// A team of the reader's.
  public record Team(WorkspaceId id, String name, LocalDate since) {}

  /// The teams in which the reader holds a role, by name.
  public List<Team> mine(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, name, opened_on from access.workspace
                     where kind = 'TEAM' and id in (select access.my_workspaces())
                     order by name, id
                    """)
                .query(
                    (row, n) ->
                        new Team(
                            new WorkspaceId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            row.getObject("opened_on", LocalDate.class)))
                .list());
  }

  /// Makes a team.
  ///
  /// @throws NotThere when the reader neither administers nor reads for governance
  /// @throws Refused when there is a team or a school of this name
  public WorkspaceId make(SignedIn who, String name) {
    var held = processes.look(who, () -> users.rolesAnywhere(who));
    var role = held.contains(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR : Role.GOVERNANCE;
    if (!held.contains(role)) {
      throw new NotThere();
    }
    var id = WorkspaceId.random();
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return systemProcesses.change(
        who,
        Act.in(id, "access.team-made", id.value()).with(role.name()),
        () -> {
          if (isTaken(name)) {
            throw new Refused(words.say("access.teams.taken"));
          }
          settingUp.team(id, name, today);
          settingUp.member(id, who.user(), role, today);
          return id;
        });
  }

  private boolean isTaken(String name) {
    store
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtext('access.teams'))")
        .query((row, n) -> true)
        .single();
    return store
        .jdbc()
        .sql("select exists (select 1 from access.workspace where lower(name) = lower(:name))")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }
}
