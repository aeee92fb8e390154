package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.testing.Visitor;

/// a database that stands still for ten seconds and one that is away. Pages say so in a
/// sentence, and all is well within fifteen seconds of its return.
@Tag("long")
class StoppedDatabaseTest {

  private static final Duration BACK_WITHIN = Duration.ofSeconds(15);

  @TempDir private Path folder;

  @Test
  void aDatabaseThatStandsStillForTenSecondsIsWaitedForAndForgiven() {
    try (var demo = DemoProcess.start(folder.resolve("data"), 9)) {
      var owner = demo.signedIn("ROUND_OWNER");
      var database = demo.database();
      var answers = new ConcurrentLinkedQueue<Visitor.Arrived>();
      List<Thread> asked;
      signal("-STOP", database);
      try {
        asked =
            Stream.generate(
                    () ->
                        Thread.ofVirtual()
                            .start(() -> answers.add(owner.get("/engagement/rounds"))))
                .limit(40)
                .toList();
        Pauses.of(Duration.ofSeconds(10));
        assertThat(demo.student().get("/static/web/sightline.css").status()).isEqualTo(200);
      } finally {
        signal("-CONT", database);
      }
      Pauses.until("a page", BACK_WITHIN, () -> owner.get("/engagement/rounds").status() == 200);
      Pauses.until(
          "every answer", Duration.ofSeconds(30), () -> asked.stream().noneMatch(Thread::isAlive));
      assertThat(answers).hasSize(40);
      for (var answer : answers) {
        assertThat(answer.status()).isIn(200, 503);
        if (answer.status() == 503) {
          assertThat(answer.page().text()).containsPattern("[0-9a-f]{8}").doesNotContain("SQL");
        }
      }
      assertThat(demo.said()).doesNotContain("Servlet.service()");
    }
  }

  @Test
  void aDatabaseThatIsKilledWhileAskedComesBackAndNobodySeesMoreThanASentence() {
    try (var demo = DemoProcess.start(folder.resolve("data"), 9)) {
      var owner = demo.signedIn("ROUND_OWNER");
      demo.database().destroyForcibly();
      var during = owner.get("/engagement/rounds");
      assertThat(during.status()).isIn(200, 503);
      assertThat(during.page().text()).doesNotContain("Exception", "SQLSTATE", "org.postgresql");
      Pauses.until("a page", BACK_WITHIN, () -> owner.get("/engagement/rounds").status() == 200);
    }
  }

  private static void signal(String which, ProcessHandle database) {
    Stream.concat(Stream.of(database), database.descendants())
        .forEach(
            process -> {
              try {
                new ProcessBuilder("kill", which, "" + process.pid()).start().waitFor();
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
  }
}
