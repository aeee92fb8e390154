package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile;

/// Issue 2, section 1: the demonstration ends cleanly on Ctrl-C with its database, and a second
/// start on the same data keeps everything.
@Tag("long")
class EndingTest {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void ctrlCEndsTheApplicationAndItsDatabaseAndASecondStartKeepsEverything() {
    var data = folder.resolve("data");
    WorldFile first;
    long marks;
    try (var demo = DemoProcess.start(data, 9)) {
      first = demo.world();
      marks = marks(demo);
      var database = demo.database();
      demo.interrupt();
      assertThat(database.isAlive()).isFalse();
      assertThat(DemoProcess.left(data)).isEmpty();
    }
    try (var demo = DemoProcess.start(data, 9)) {
      assertThat(demo.world().sessions()).isEqualTo(first.sessions());
      assertThat(demo.world().slips()).isEqualTo(first.slips());
      assertThat(marks(demo)).isEqualTo(marks);
      assertThat(demo.signedIn("ROUND_OWNER").get("/engagement/rounds").status()).isEqualTo(200);
      assertThat(demo.startedIn()).isLessThan(STARTS_WITHIN);
    }
  }

  private static long marks(DemoProcess demo) {
    return new DataDirectory(demo.directory())
        .<Long>asSuperuser(
            jdbc ->
                Objects.requireNonNull(
                    jdbc.queryForObject("select count(*) from engagement.mark", Long.class)));
  }
}
