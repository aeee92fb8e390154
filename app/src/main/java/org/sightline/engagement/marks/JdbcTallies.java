package org.sightline.engagement.marks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL behind [MarkTallies]: calls of the pinned functions, no table. What is on the maps is
/// counted by the application itself, which the staff site's role cannot.
final class JdbcTallies {

  /// What one round is counted by.
  enum By {
    ROUND,
    YEAR,
    GENDER
  }

  private final JdbcClient jdbc;
  private final SystemStore store;

  JdbcTallies(JdbcClient jdbc, SystemStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  RoundMaps maps(WorkspaceId round) {
    return jdbc.sql("select maps, sessions, unpublished from engagement.round_maps(:round)")
        .param("round", round.value())
        .query((row, n) -> new RoundMaps(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  <K> Map<K, List<LevelCount>> counts(
      WorkspaceId round, By by, Function<@Nullable String, Optional<K>> key) {
    var counts = new LinkedHashMap<K, List<LevelCount>>();
    if (maps(round).maps() > 0) {
      store.transactions().executeWithoutResult(status -> count(round, by, key, counts));
    }
    return counts;
  }

  private <K> void count(
      WorkspaceId round,
      By by,
      Function<@Nullable String, Optional<K>> key,
      Map<K, List<LevelCount>> counts) {
    store
        .jdbc()
        .sql("select part, zone_key, red, yellow, green from engagement.mark_counts(:round, :by)")
        .param("round", round.value())
        .param("by", by.name())
        .query(
            row -> {
              var count =
                  new LevelCount(
                      new ZoneKey(row.getObject(2, UUID.class)),
                      row.getInt(3),
                      row.getInt(4),
                      row.getInt(5));
              key.apply(row.getString(1))
                  .ifPresent(k -> counts.computeIfAbsent(k, any -> new ArrayList<>()).add(count));
            });
  }

  int assignCohort(WorkspaceId round, int publication) {
    return jdbc.sql("select engagement.assign_cohort(:round, :publication)")
        .param("round", round.value())
        .param("publication", publication)
        .query(Integer.class)
        .single();
  }

  List<CohortMaps> cohorts(WorkspaceId round) {
    return jdbc.sql("select cohort, maps, gone from engagement.cohort_maps(:round)")
        .param("round", round.value())
        .query((row, n) -> new CohortMaps(row.getInt(1), row.getInt(2), row.getInt(3)))
        .list();
  }
}
