package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile;

/// Issue 2, section 1: the demonstration ends cleanly on Ctrl-C with its database, and a second
/// start on the same data keeps everything. While it runs, nobody else gets its data.
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

  @Test
  void aSecondOneOnTheSameDataIsRefusedAndTheFirstGoesOn() {
    var data = folder.resolve("data");
    try (var demo = DemoProcess.start(data, 9)) {
      assertThat(said(("demo --seed=9 " + ports() + " --data-dir=" + data).split(" ")))
          .startsWith("1: ")
          .contains("Another Sightline is already using the data directory " + data);
      assertThat(said("verify-audit", "--data-dir=" + data))
          .startsWith("0: ")
          .contains("The audit is whole");
      assertThat(said("demo", "--seed=9", "--data-dir=" + folder, "--port=" + port(demo)))
          .startsWith("1: Port %d cannot be had".formatted(port(demo)));
      assertThat(demo.signedIn("ROUND_OWNER").get("/engagement/rounds").status()).isEqualTo(200);
      assertThat(demo.database().isAlive()).isTrue();
    }
  }

  @Test
  void theAuditIsVerifiedByACommandOfItsOwn() {
    var data = folder.resolve("data");
    try (var demo = DemoProcess.start(data, 9)) {
      assertThat(demo.world().signIns()).isNotEmpty();
    }
    assertThat(said("verify-audit", "--data-dir=" + data))
        .startsWith("0: ")
        .contains("The audit is whole");
    var checkpoints = data.resolve("keys/audit-checkpoints");
    assertThat(said("verify-audit", "--data-dir=" + data, "--against=" + checkpoints))
        .startsWith("0: ")
        .contains("checkpoints hold");
    assertThat(said("verify-audit", "--data-dir=" + data, "--against=" + folder.resolve("no")))
        .startsWith("1: ")
        .contains("cannot be read");
    assertThat(said("verify-audit", "--data-dir=" + data, "--key-file=" + folder.resolve("no")))
        .startsWith("1: ")
        .contains("is missing");
    assertThat(folder.resolve("no")).doesNotExist();

    try (var demo = DemoProcess.start(data, 9)) {
      new DataDirectory(demo.directory())
          .<Boolean>asSuperuser(
              jdbc -> {
                jdbc.execute("set session_replication_role = replica");
                jdbc.update("update audit.entry set act = 'planted.planted' where seq = 3");
                return true;
              });
    }
    assertThat(said("verify-audit", "--data-dir=" + data))
        .startsWith("2: ")
        .contains("The audit is broken: entry 3");
    assertThat(said("verify-audit", "--data-dir=" + data, "--against=" + checkpoints))
        .startsWith("2: ")
        .contains("The audit is broken: entry 3")
        .contains("checkpoints hold");
  }

  @Test
  void realWorkIsRefusedWithCodeOneAndASentence() {
    var data = folder.resolve("data");

    assertThat(
            said(
                "serve",
                "--data-dir=" + data,
                "--key-file=" + folder.resolve("key"),
                "--public-url=http://school.example"))
        .startsWith("1: http://school.example is not protected on its way")
        .hasLineCount(1);
    assertThat(said("serve", "--data-dir=" + data)).startsWith("2: Missing required option");
    assertThat(data).doesNotExist();
  }

  /// Code and words of a command of its own, without a trace of the program.
  private String said(String... arguments) {
    String said = DemoProcess.command(folder.resolve("another"), arguments);
    assertThat(said).doesNotContain("Exception", "\tat ");
    return said;
  }

  private static String ports() {
    return "--port=%d --student-port=%d".formatted(DemoProcess.freePort(), DemoProcess.freePort());
  }

  private static int port(DemoProcess demo) {
    return URI.create(demo.world().staffUrl()).getPort();
  }

  private static long marks(DemoProcess demo) {
    return new DataDirectory(demo.directory())
        .<Long>asSuperuser(
            jdbc ->
                Objects.requireNonNull(
                    jdbc.queryForObject("select count(*) from engagement.mark", Long.class)));
  }
}
