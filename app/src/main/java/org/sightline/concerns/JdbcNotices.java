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

  private static final String COUNCIL = "COUNCIL";

  private final JdbcClient jdbc;
  private final SystemStore store;

  JdbcNotices(JdbcClient jdbc, SystemStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  @Override
  public void raised(WorkspaceId school, List<Role> readers, LocalDate on) {
    write(jdbc, school, readers, "RAISED", on);
  }

  @Override
  public void overdue(WorkspaceId school, List<Role> readers, LocalDate on) {
    write(store.jdbc(), school, readers, "OVERDUE", on);
  }

  private static void write(
      JdbcClient jdbc, WorkspaceId school, List<Role> readers, String kind, LocalDate on) {
    List<String> to =
        readers.isEmpty() ? List.of(COUNCIL) : readers.stream().map(Role::name).toList();
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
