package org.sightline.network.bringing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.exchange.MapFile;
import org.springframework.stereotype.Component;

/// Files that somebody has brought and is looking at. In memory only, for a quarter of an hour:
/// what is not taken over was never stored.
@Component
class BroughtFiles {

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final long MOST = 200_000_000;

  private final Cache<UUID, Brought> files =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher((UUID id, Brought brought) -> brought.size())
          .expireAfterWrite(KEPT)
          .scheduler(Scheduler.systemScheduler())
          .build();

  /// @param size of the bytes
  /// @param chosen how the files were read last: which columns, which directions
  record Brought(
      UserId by,
      WorkspaceId work,
      List<MapFile> files,
      int size,
      AtomicReference<Map<String, String>> chosen) {}

  UUID keep(UserId by, WorkspaceId work, List<MapFile> brought, int size) {
    var id = UUID.randomUUID();
    files.put(id, new Brought(by, work, brought, size, new AtomicReference<>(Map.of())));
    return id;
  }

  /// @throws NotThere when they were let go, or are somebody else's
  Brought find(UUID id, UserId by, WorkspaceId work) {
    var brought = files.getIfPresent(id);
    if (brought == null || !brought.by().equals(by) || !brought.work().equals(work)) {
      throw new NotThere();
    }
    return brought;
  }

  void letGo(UUID id) {
    files.invalidate(id);
  }
}
