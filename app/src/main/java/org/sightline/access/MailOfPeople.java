package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Where mail to people goes: the address each has given and confirmed. To be asked in a process of
/// the system; no page shows one person's address to another.
@Component
public class MailOfPeople {

  static final SealedColumn ADDRESS = new SealedColumn("access.mail_address", "address");

  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  MailOfPeople(SystemStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Empty when the person has none, or is switched off.
  public Optional<String> of(UserId user) {
    return store
        .jdbc()
        .sql(
            """
            select a.address
              from access.mail_address a join access.user_account u on u.id = a.user_id
             where a.user_id = :user and a.confirmed_on is not null
               and u.disabled_on is null
            """)
        .param("user", user.value())
        .query((row, n) -> sealing.open(ADDRESS, user.value(), row.getBytes(1)))
        .optional();
  }

  /// One for each person who holds the role there today and is not kept away from there.
  public List<Optional<String>> holding(WorkspaceId workspace, Role role) {
    return store
        .jdbc()
        .sql(
            """
            select distinct m.user_id
              from access.membership m join access.user_account u on u.id = m.user_id
             where m.workspace_id = :workspace and m.role = :role
               and m.from_date <= :today and (m.until_date is null or m.until_date >= :today)
               and u.disabled_on is null
               and m.workspace_id not in (select access.kept_from(m.user_id))
            """)
        .param("workspace", workspace.value())
        .param("role", role.name())
        .param("today", today())
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .map(this::of)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
