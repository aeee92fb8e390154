package org.sightline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.kernel.Late;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Finds what had a last day that has passed. It needs no more than the database, so that a command
/// can ask beside a running application.
@Component
public class PastDays {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final RecordKeys keys;
  private final Clock clock;

  public PastDays(SystemProcesses processes, SystemStore store, RecordKeys keys, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /// What is late today; what is about somebody who was erased went with them.
  ///
  /// @param sql asks by `:today`, and answers with `kind` in plain words, `id`, the `last` day on
  ///     which it was in time, and under `about` whose record it is about, or `null`
  public List<Late> find(String sql) {
    return find(sql, Map.of());
  }

  /// The same.
  ///
  /// @param days what else `sql` asks by: how many days something may take, by name
  public List<Late> find(String sql, Map<String, Integer> days) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(sql)
                .param("today", LocalDate.now(clock.withZone(LONDON)))
                .params(days)
                .query((row, n) -> late(row))
                .list()
                .stream()
                .flatMap(found -> found)
                .toList());
  }

  private Stream<Late> late(ResultSet row) throws SQLException {
    var about = row.getObject("about", UUID.class);
    return about != null && keys.isShredded(about)
        ? Stream.empty()
        : Stream.of(
            Late.after(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getObject("last", LocalDate.class)));
  }
}
