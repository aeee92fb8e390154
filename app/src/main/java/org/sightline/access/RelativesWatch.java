package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Alerts;
import org.sightline.audit.RecentActs;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Finds who tries to open, or opens, a record of somebody they are said to be close to (AU-08):
/// what they are kept away from, and, once, what they are no longer kept away from. The alert says
/// neither whom it is about nor how they are close.
@Component
class RelativesWatch {

  /// Longer than the time from one look to the next, so that nothing falls in between.
  private static final Duration BACK = Duration.ofMinutes(10);

  /// Whoever says so of themselves has the record open, and may go back to it in the browser.
  private static final Duration STEPPING_BACK = Duration.ofMinutes(10);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String KIND = "own-relative";

  private final SystemProcesses processes;
  private final SystemStore store;
  private final RecentActs acts;
  private final Alerts alerts;

  RelativesWatch(SystemProcesses processes, SystemStore store, RecentActs acts, Alerts alerts) {
    this.processes = processes;
    this.store = store;
    this.acts = acts;
    this.alerts = alerts;
  }

  /// That somebody is, or was, kept away.
  ///
  /// @param record one record of the workspace, or `null` for the whole of it
  private record Block(
      UUID user, UUID workspace, @Nullable UUID record, Instant from, boolean lifted) {

    boolean isAbout(RecentActs.Done done) {
      return user.equals(done.user())
          && done.at().isAfter(from)
          && (record == null ? workspace.equals(done.workspace()) : record.equals(done.object()));
    }

    /// Once a day while they are kept away, and once when they are no longer.
    String occasion(RecentActs.Done done) {
      String what = user + " " + (record == null ? workspace : record);
      return lifted
          ? what + " lifted " + from
          : what + " " + LocalDate.ofInstant(done.at(), LONDON);
    }
  }

  @Scheduled(
      initialDelayString = "${sightline.audit.watch-delay:PT10S}",
      fixedDelayString = "${sightline.audit.watch-every:PT20S}")
  void lookAround() {
    var blocks = processes.look(this::blocks);
    if (blocks.isEmpty()) {
      return;
    }
    var users = blocks.stream().map(Block::user).collect(Collectors.toUnmodifiableSet());
    for (var done : processes.look(() -> acts.of(users, BACK))) {
      blocks.stream()
          .filter(block -> block.isAbout(done))
          .findFirst()
          .ifPresent(
              block ->
                  alerts.raiseOnce(
                      KIND,
                      block.user(),
                      new WorkspaceId(block.workspace()),
                      block.occasion(done)));
    }
  }

  /// Those in force first.
  private List<Block> blocks() {
    return store
        .jdbc()
        .sql(
            """
            select user_id, workspace_id, record_id, declared_by, declared_at, lifted_on
              from access.conflict_block
             order by lifted_on nulls first, declared_at
            """)
        .query((row, n) -> block(row))
        .list();
  }

  private static Block block(ResultSet row) throws SQLException {
    var user = row.getObject("user_id", UUID.class);
    var at = row.getObject("declared_at", OffsetDateTime.class).toInstant();
    boolean own = user.equals(row.getObject("declared_by", UUID.class));
    return new Block(
        user,
        row.getObject("workspace_id", UUID.class),
        row.getObject("record_id", UUID.class),
        own ? at.plus(STEPPING_BACK) : at,
        row.getObject("lifted_on") != null);
  }
}
