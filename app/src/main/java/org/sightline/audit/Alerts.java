package org.sightline.audit;

import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Something somebody has to look at: shown to the governance reader and the administrator, and
/// told by a mail that says that something waits (AU-08).
@Component
public class Alerts {

  private final DataSource staff;
  private final JdbcClient staffJdbc;
  private final SystemStore system;

  Alerts(DataSource staff, JdbcClient staffJdbc, SystemStore system) {
    this.staff = staff;
    this.staffJdbc = staffJdbc;
    this.system = system;
  }

  /// Raises an alert. In a process of somebody's or of the system, it stands or falls with what is
  /// done there; else it stands at once.
  ///
  /// @param kind lower-case words with hyphens, as in `glass-broken`; said to people by the
  ///     sentence `audit.alert.glass-broken`
  /// @param subjectUser whose doing it is about, or `null`
  /// @param workspace where, or `null` for the installation as a whole
  public void raise(String kind, @Nullable UUID subjectUser, @Nullable WorkspaceId workspace) {
    raise(kind, subjectUser, workspace, null);
  }

  /// Raises an alert unless this occasion has one already.
  ///
  /// @param occasion ids, numbers and days; `null` for one that is always new
  /// @return whether it is new
  boolean raise(
      String kind,
      @Nullable UUID subjectUser,
      @Nullable WorkspaceId workspace,
      @Nullable String occasion) {
    if (isInStaffProcess()) {
      return insert(staffJdbc, kind, subjectUser, workspace, occasion);
    }
    return Boolean.TRUE.equals(
        system
            .transactions()
            .execute(status -> insert(system.jdbc(), kind, subjectUser, workspace, occasion)));
  }

  private boolean isInStaffProcess() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.hasResource(staff);
  }

  private static boolean insert(
      JdbcClient jdbc,
      String kind,
      @Nullable UUID subjectUser,
      @Nullable WorkspaceId workspace,
      @Nullable String occasion) {
    if (!kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("Not a kind of alert: " + kind);
    }
    var id = UUID.randomUUID();
    boolean isNew =
        jdbc.sql(
                    """
                    insert into audit.alert (id, kind, subject_user, workspace, occasion)
                    values (:id, :kind, :user::uuid, :workspace::uuid, :occasion::text)
                    on conflict do nothing
                    """)
                .param("id", id)
                .param("kind", kind)
                .param("user", subjectUser)
                .param("workspace", workspace == null ? null : workspace.value())
                .param("occasion", occasion)
                .update()
            == 1;
    if (isNew) {
      var act = new Act("audit.alert-raised", workspace, id, kind);
      Processes.append(jdbc, null, act, "DONE", UUID.randomUUID());
    }
    return isNew;
  }
}
