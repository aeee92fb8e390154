package org.sightline.sharing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who keeps the register: a governance officer of any school of the partnership, since agreements
/// hold for all of it. Asked inside a process.
@Component
class Governing {

  private final Users users;
  private final JdbcClient jdbc;

  Governing(Users users, JdbcClient jdbc) {
    this.users = users;
    this.jdbc = jdbc;
  }

  /// @throws NotThere unless the person keeps the register
  void require(SignedIn who) {
    if (!keeps(who)) {
      throw new NotThere();
    }
  }

  boolean keeps(SignedIn who) {
    return users.rolesAnywhere(who).contains(Role.GOVERNANCE);
  }

  /// The organisations that stand for schools the person is the head of.
  List<UUID> headOf(SignedIn who) {
    return jdbc.sql(
            """
            select id from sharing.organisation
             where school_id in (select access.my_workspaces_as('HEAD'))
            """)
        .query(UUID.class)
        .list();
  }

  /// Whether the person can be the second to bring an agreement into force.
  boolean mayActivate(SignedIn who) {
    Set<Role> held = users.rolesAnywhere(who);
    return held.contains(Role.GOVERNANCE) || held.contains(Role.HEAD);
  }
}
