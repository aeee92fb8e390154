package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody moves the data away under a running database, to put a backup in its place: the old one
/// would go on and write into the new one.
@Tag("long")
class MovedDatabaseTest {

  @TempDir private Path folder;

  @Test
  void nothingIsPutWhereAMovedDatabaseStillWrites() throws Exception {
    Path data = folder.toRealPath().resolve("data");
    var running = EmbeddedPostgres.start(data);
    long postmaster =
        Long.parseLong(
            Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).getFirst().strip());
    Path lost = data.resolveSibling("data.lost");
    Files.move(data, lost);
    try {
      assertThatThrownBy(() -> EmptyPlace.in(data, "sightline").close())
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("still runs (processes [")
          .hasMessageContaining("Nothing was done");
      assertThat(data.resolve("postgresql")).doesNotExist();
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("still runs");
    } finally {
      running.close();
      var left = ProcessHandle.of(postmaster);
      left.ifPresent(ProcessHandle::destroyForcibly);
      if (left.isPresent()) {
        left.get().onExit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
      }
    }
  }
}
