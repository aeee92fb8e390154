package org.sightline.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Entry;
import org.springframework.stereotype.Component;

/// The entries of the maps people are drawing now, opened once and not for every edit: a map of 500
/// people has thousands, and each is sealed under its own key. Gone ten minutes after the last use.
///
/// It answers nothing by itself: [JdbcMaps] says first how far the database lets the reader see.
@Component
class KeptEntries {

  private static final int MAPS = 40;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<WorkspaceId, List<Entry>> kept =
      Caffeine.newBuilder()
          .maximumSize(MAPS)
          .expireAfterAccess(KEPT)
          .scheduler(Scheduler.systemScheduler())
          .build();

  /// From the first on; empty when none is kept.
  List<Entry> of(WorkspaceId workspace) {
    var entries = kept.getIfPresent(workspace);
    return entries == null ? List.of() : entries;
  }

  /// What is kept and what was read after it.
  List<Entry> with(WorkspaceId workspace, List<Entry> before, List<Entry> after) {
    var all = new ArrayList<Entry>(before.size() + after.size());
    all.addAll(before);
    all.addAll(after);
    var entries = List.copyOf(all);
    kept.asMap().merge(workspace, entries, (one, other) -> one.size() > other.size() ? one : other);
    return entries;
  }
}
