package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Alert;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Who is told that an alert waits (AU-08): those who read for governance where it happened, or
/// where the person it is about works; the administrator there too where it is about keeping away;
/// both everywhere where it is about the installation. Never the person it is about. To be asked in
/// a process of the system.
@Component
public class AlertReaders {

  private final SystemStore store;
  private final Clock clock;

  AlertReaders(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Either everybody who holds a role in a place, or one person.
  public record Reader(@Nullable WorkspaceId place, @Nullable Role role, @Nullable UserId person) {}

  private record Place(WorkspaceId workspace, Role role) {}

  /// Empty when nobody is there to be told.
  public List<Reader> of(Alert alert) {
    Set<String> roles = new TreeSet<>(Set.of(Role.GOVERNANCE.name()));
    if (alert.isAboutTheInstallation() || alert.isAboutKeepingAway()) {
      roles.add(Role.ADMINISTRATOR.name());
    }
    var readers = new ArrayList<Reader>();
    holders(alert, roles)
        .forEach(
            (place, people) -> {
              UUID self = alert.subjectUser();
              if (self != null && people.contains(self)) {
                people.stream()
                    .filter(each -> !each.equals(self))
                    .forEach(each -> readers.add(new Reader(null, null, new UserId(each))));
              } else {
                readers.add(new Reader(place.workspace(), place.role(), null));
              }
            });
    return readers;
  }

  private Map<Place, List<UUID>> holders(Alert alert, Set<String> roles) {
    var found = new LinkedHashMap<Place, List<UUID>>();
    var workspace = alert.workspace();
    store
        .jdbc()
        .sql(
            """
            with today as (
              select m.* from access.membership m
               where m.from_date <= :today and (m.until_date is null or m.until_date >= :today)
            ), place as (
              select w.id, w.parent from access.workspace w
               where case when :workspace::uuid is not null then w.id = :workspace::uuid
                          when :user::uuid is not null then w.id in (
                            select t.workspace_id from today t where t.user_id = :user::uuid)
                          else true end
            )
            select distinct t.workspace_id, t.role, t.user_id
              from today t
              join access.user_account u on u.id = t.user_id and u.disabled_on is null
             where t.role = any (string_to_array(:roles, ','))
               and t.workspace_id in (select id from place union select parent from place)
               and t.workspace_id not in (select access.kept_from(t.user_id))
             order by t.workspace_id, t.role, t.user_id
            """)
        .param("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))))
        .param("workspace", workspace == null ? null : workspace.value())
        .param("user", alert.subjectUser())
        .param("roles", String.join(",", roles))
        .query(
            row -> {
              var place =
                  new Place(
                      new WorkspaceId(row.getObject(1, UUID.class)),
                      Role.valueOf(row.getString(2)));
              found
                  .computeIfAbsent(place, each -> new ArrayList<>())
                  .add(row.getObject(3, UUID.class));
            });
    return found;
  }
}
