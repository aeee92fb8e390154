package org.sightline.concerns;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Notices;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the readers of the school by [Notices], and writes each telling down in `concerns.notice`,
/// all in the transaction that gave rise to it. What is for the council is only written down:
/// [NoticePosting] sends it.
@Component
class JdbcNotices implements ConcernNotices {

  static final String COUNCIL = "COUNCIL";

  private static final String RAISED = "concerns.raised";
  private static final String OVERDUE = "concerns.overdue";

  /// The queue, and never the concern: that would say how many there are.
  private static final String PATH = "/concerns";

  private static final Set<StepKind> DECIDING = EnumSet.of(StepKind.DECIDED, StepKind.CLOSED);

  private final JdbcClient jdbc;
  private final SystemStore store;
  private final Notices notices;

  JdbcNotices(JdbcClient jdbc, SystemStore store, Notices notices) {
    this.jdbc = jdbc;
    this.store = store;
    this.notices = notices;
  }

  @Override
  public void raised(WorkspaceId school, UUID concern, List<Role> readers, LocalDate on) {
    for (Role reader : readers) {
      notices.tell(school, reader, RAISED, PATH, concern);
      write(jdbc, school, reader.name(), "RAISED", on, on);
    }
  }

  @Override
  public void settled(UUID concern, StepKind step) {
    boolean decided = DECIDING.contains(step);
    if (decided || step == StepKind.SEEN) {
      notices.settled(RAISED, concern);
    }
    if (decided) {
      notices.settled(OVERDUE, concern);
    }
  }

  @Override
  public void overdue(WorkspaceId school, UUID concern, List<Role> readers, LocalDate on) {
    for (Role reader : readers) {
      notices.tell(school, reader, OVERDUE, PATH, concern);
      write(store.jdbc(), school, reader.name(), "OVERDUE", on, on);
    }
  }

  @Override
  public void overdueForCouncil(
      WorkspaceId school, UUID concern, List<Role> readers, LocalDate on) {
    if (readers.isEmpty()) {
      return;
    }
    overdue(school, concern, readers, on);
    write(store.jdbc(), school, COUNCIL, "OVERDUE", on, null);
  }

  /// @param posted when it was told, or `null` while that is still to be done
  private static void write(
      JdbcClient jdbc,
      WorkspaceId school,
      String to,
      String kind,
      LocalDate on,
      @Nullable LocalDate posted) {
    jdbc.sql(
            """
            insert into concerns.notice (id, workspace_id, to_role, kind, on_date, posted_on)
            values (:id, :workspace, :role, :kind, :on, :posted::date)
            """)
        .param("id", UUID.randomUUID())
        .param("workspace", school.value())
        .param("role", to)
        .param("kind", kind)
        .param("on", on)
        .param("posted", posted)
        .update();
  }
}
