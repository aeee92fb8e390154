package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people who sign in. Their names are sealed and opened here.
@Component
public class Users {

  static final SealedColumn USERNAME = new SealedColumn("access.user_account", "username");
  static final SealedColumn NAME = new SealedColumn("access.user_account", "name");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final Map<UserId, String> names = new ConcurrentHashMap<>();

  Users(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// The name colleagues know somebody by.
  ///
  /// @throws NotThere when there is no such person
  public String nameOf(UserId user) {
    return names.computeIfAbsent(user, this::readName);
  }

  /// Every role the person holds today, in any workspace they are not kept away from. Runs inside a
  /// process of theirs.
  public Set<Role> rolesAnywhere(SignedIn who) {
    return jdbc
        .sql(
            """
            select distinct role
              from access.membership
             where user_id = :user and workspace_id in (select access.my_workspaces())
               and from_date <= :today and (until_date is null or until_date >= :today)
            """)
        .param("user", who.user().value())
        .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
        .query((row, n) -> Role.valueOf(row.getString(1)))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether somebody is not switched off. Runs inside a process.
  public boolean isOn(UserId user) {
    return jdbc.sql(
            "select count(*) from access.user_account where id = :id and disabled_on is null")
        .param("id", user.value())
        .query(Integer.class)
        .single()
        .equals(1);
  }

  private String readName(UserId user) {
    byte[] sealed =
        jdbc.sql("select name from access.user_account where id = :id")
            .param("id", user.value())
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotThere::new);
    return sealing.open(NAME, user.value(), sealed);
  }
}
