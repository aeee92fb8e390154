package org.sightline.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes each notice down in `concerns.notice`, in the transaction that gave rise to it, for mail
/// to be sent from.
@Component
class JdbcNotices implements ConcernNotices {

  private static final List<String> COUNCIL = List.of("COUNCIL");

  private final JdbcClient jdbc;
  private final SystemStore store;

  JdbcNotices(JdbcClient jdbc, SystemStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  @Override
  public void raised(WorkspaceId school, List<Role> readers, LocalDate on) {
    write(jdbc, school, names(readers), "RAISED", on);
  }

  @Override
  public void overdue(WorkspaceId school, List<Role> readers, LocalDate on) {
    write(store.jdbc(), school, names(readers), "OVERDUE", on);
  }

  @Override
  public void overdueForCouncil(WorkspaceId school, List<Role> readers, LocalDate on) {
    if (readers.isEmpty()) {
      return;
    }
    overdue(school, readers, on);
    write(store.jdbc(), school, COUNCIL, "OVERDUE", on);
  }

  private static List<String> names(List<Role> readers) {
    return readers.stream().map(Role::name).toList();
  }

  private static void write(
      JdbcClient jdbc, WorkspaceId school, List<String> to, String kind, LocalDate on) {
    for (String role : to) {
      jdbc.sql(
              """
              insert into concerns.notice (id, workspace_id, to_role, kind, on_date)
              values (:id, :workspace, :role, :kind, :on)
              """)
          .param("id", UUID.randomUUID())
          .param("workspace", school.value())
          .param("role", role)
          .param("kind", kind)
          .param("on", on)
          .update();
    }
  }
}
