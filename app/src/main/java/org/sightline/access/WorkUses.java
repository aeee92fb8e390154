package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How what comes of a piece of work is used, and who has been told that it is done (E43). Its
/// chair says so, as often as it changes; what was said before stays.
@Component
public class WorkUses {

  private static final SealedColumn USED_FOR = new SealedColumn("access.work_use", "used_for");
  private static final SealedColumn TOLD = new SealedColumn("access.work_use", "told");

  private final Processes processes;
  private final Workspaces workspaces;
  private final Users users;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  WorkUses(
      Processes processes,
      Workspaces workspaces,
      Users users,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.users = users;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What was said at one time.
  ///
  /// @param told who has been told, or why nobody has
  /// @param by the name of whoever said so
  public record Use(String usedFor, String told, String by, Instant at) {}

  /// Everything that was said, the last first. Reading it is recorded.
  ///
  /// @throws org.sightline.kernel.NotThere when the piece of work is not open to the reader
  public List<Use> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "access.work-use-read", work.value()),
        () -> {
          workspaces.require(who, work);
          return jdbc.sql(
                  "select * from access.work_use where workspace_id = :work order by at desc, id")
              .param("work", work.value())
              .query((row, n) -> use(row))
              .list();
        });
  }

  /// @throws org.sightline.kernel.NotThere when the reader is not its chair
  public void say(SignedIn who, WorkspaceId work, String usedFor, String told) {
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "access.work-use-said", id),
        () -> {
          workspaces.require(who, work, Role.CHAIR);
          jdbc.sql(
                  """
                  insert into access.work_use (id, workspace_id, used_for, told, by_user, at)
                  values (:id, :work, :usedFor, :told, :by, :at)
                  """)
              .param("id", id)
              .param("work", work.value())
              .param("usedFor", sealing.seal(USED_FOR, id, usedFor))
              .param("told", sealing.seal(TOLD, id, told))
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  private Use use(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Use(
        sealing.open(USED_FOR, id, row.getBytes("used_for")),
        sealing.open(TOLD, id, row.getBytes("told")),
        users.nameOf(new UserId(row.getObject("by_user", UUID.class))),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
