package org.sightline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

  private static final int MOST_ALIKE = 10;

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
    put(kind, subjectUser, workspace, null);
  }

  /// Raises an alert unless this occasion has one already.
  ///
  /// @param occasion ids, numbers and days
  /// @return whether it is new
  public boolean raiseOnce(
      String kind, @Nullable UUID subjectUser, @Nullable WorkspaceId workspace, String occasion) {
    return put(kind, subjectUser, workspace, occasion);
  }

  /// What has been raised since a moment, the latest first and no more than `most`: of one kind
  /// about one person in one place the latest few, so that whoever makes many hides no other. To be
  /// asked in a process of the system.
  public List<Alert> since(Instant moment, int most) {
    return system
        .jdbc()
        .sql(
            """
            select id, kind, raised_at, subject_user, workspace, seen_at
              from (select a.*, row_number() over (
                             partition by kind, subject_user, workspace, seen_at is null
                             order by raised_at desc, id) as nth
                      from audit.alert a
                     where raised_at > :since) latest
             where nth <= :alike
             order by raised_at desc, id
             limit :most
            """)
        .param("since", moment.atOffset(ZoneOffset.UTC))
        .param("alike", MOST_ALIKE)
        .param("most", most)
        .query((row, n) -> alert(row))
        .list();
  }

  /// One alert. To be asked in a process of the system.
  public Optional<Alert> find(UUID id) {
    return system
        .jdbc()
        .sql(
            """
            select id, kind, raised_at, subject_user, workspace, seen_at
              from audit.alert
             where id = :id
            """)
        .param("id", id)
        .query((row, n) -> alert(row))
        .optional();
  }

  /// Marks an alert as looked into, or as not. To be called in a process of the system.
  public void mark(UUID id, @Nullable UUID seenBy) {
    system
        .jdbc()
        .sql(
            """
            update audit.alert
               set seen_by = :by, seen_at = case when :by::uuid is null then null else clock_timestamp() end
             where id = :id
            """)
        .param("id", id)
        .param("by", seenBy, Types.OTHER)
        .update();
  }

  /// What no mail has told of yet; from now on it counts as told. To be called in the process of
  /// the system that puts the mail in.
  public List<Alert> takeUntold() {
    return system
        .jdbc()
        .sql(
            """
            update audit.alert set told_at = clock_timestamp()
             where told_at is null
            returning id, kind, raised_at, subject_user, workspace, seen_at
            """)
        .query((row, n) -> alert(row))
        .list();
  }

  /// Whether there is something no mail has told of yet.
  public boolean isAnyUntold() {
    return system
        .jdbc()
        .sql("select exists (select 1 from audit.alert where told_at is null)")
        .query(Boolean.class)
        .single();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    UUID workspace = row.getObject("workspace", UUID.class);
    return new Alert(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getObject("subject_user", UUID.class),
        workspace == null ? null : new WorkspaceId(workspace),
        row.getObject("seen_at") != null);
  }

  private boolean put(
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
      Processes.append(jdbc, null, act, "DONE", UUID.randomUUID(), Ground.NONE);
    }
    return isNew;
  }
}
