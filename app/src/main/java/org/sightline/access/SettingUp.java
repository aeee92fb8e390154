package org.sightline.access;

import java.time.LocalDate;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Sets up a school and its people, before anyone can sign in. The demonstration uses it; accounts
/// of the real thing come through it too.
@Component
public class SettingUp {

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Sealing sealing;
  private final PasswordEncoder passwords;

  SettingUp(
      SystemProcesses processes, SystemStore store, Sealing sealing, PasswordEncoder passwords) {
    this.processes = processes;
    this.store = store;
    this.sealing = sealing;
    this.passwords = passwords;
  }

  public void school(WorkspaceId id, String name, LocalDate on) {
    processes.change(
        Act.in(id, "access.school-set-up", id.value()),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.workspace (id, kind, name, opened_on)
                    values (:id, 'SCHOOL', :name, :on)
                    """)
                .param("name", name)
                .param("id", id.value())
                .param("on", on)
                .update());
  }

  /// A team: what a school is to rounds, to casework.
  public void team(WorkspaceId id, String name, LocalDate on) {
    processes.change(
        Act.in(id, "access.team-set-up", id.value()),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.workspace (id, kind, name, opened_on)
                    values (:id, 'TEAM', :name, :on)
                    """)
                .param("name", name)
                .param("id", id.value())
                .param("on", on)
                .update());
  }

  public void person(UserId id, String username, String name, String password) {
    String hash = String.valueOf(passwords.encode(password));
    processes.change(
        Act.of("access.person-set-up", id.value()),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.user_account (id, username_index, username, name, password_hash)
                    values (:id, :index, :username, :name, :hash)
                    """)
                .param("id", id.value())
                .param("index", sealing.blindIndex(Users.USERNAME, username))
                .param("username", sealing.seal(Users.USERNAME, id.value(), username))
                .param("name", sealing.seal(Users.NAME, id.value(), name))
                .param("hash", hash)
                .update());
  }

  /// Somebody who has yet to choose how to sign in, with a one-time link.
  public void personWithoutPassword(UserId id, String username, String name) {
    processes.change(
        Act.of("access.person-set-up", id.value()),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.user_account (id, username_index, username, name)
                    values (:id, :index, :username, :name)
                    """)
                .param("id", id.value())
                .param("index", sealing.blindIndex(Users.USERNAME, username))
                .param("username", sealing.seal(Users.USERNAME, id.value(), username))
                .param("name", sealing.seal(Users.NAME, id.value(), name))
                .update());
  }

  public void member(WorkspaceId workspace, UserId user, Role role, LocalDate from) {
    processes.change(
        Act.in(workspace, "access.member-set-up", user.value()),
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.membership (id, workspace_id, user_id, role, from_date)
                    values (:id, :workspace, :user, :role, :from)
                    """)
                .param("id", UUID.randomUUID())
                .param("workspace", workspace.value())
                .param("user", user.value())
                .param("role", role.name())
                .param("from", from)
                .update());
  }

  /// Whether nothing has been set up yet: no school, which comes first, and nobody.
  public boolean isEmpty() {
    return store
        .jdbc()
        .sql(
            """
            select not exists (select 1 from access.workspace)
               and not exists (select 1 from access.user_account)
            """)
        .query(Boolean.class)
        .single();
  }
}
