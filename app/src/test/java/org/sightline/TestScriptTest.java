package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/test` where there is no browser, with a Maven of our own that only ends.
class TestScriptTest {

  @TempDir private Path folder;

  @Test
  void saysAtTheStartAndAtTheEndWhatItCouldNotTest() throws Exception {
    String said = run(0, 0);

    var parts = said.split("MAVEN verify", -1);
    assertThat(parts).hasSize(2);
    for (String part : parts) {
      assertThat(part)
          .contains("*** NOT TESTED: every test in a browser")
          .contains("Install the package 'chromium'");
    }
  }

  @Test
  void saysItAlsoAfterTestsThatFailedAndEndsAsTheyDid() throws Exception {
    assertThat(run(3, 3)).endsWith("*\n\n").contains("MAVEN verify");
  }

  /// @return what it said, on both channels
  private String run(int mavenEnds, int scriptEnds) throws IOException, InterruptedException {
    var maven = folder.resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        case "$*" in *verify*) echo MAVEN verify; exit %d;; esac
        """
            .formatted(mavenEnds));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
    var started = new ProcessBuilder("bash", "../bin/test").redirectErrorStream(true);
    var around = started.environment();
    around.put("SIGHTLINE_CHROMIUM", "none");
    around.put("JAVA_HOME", System.getProperty("java.home"));
    around.put("PATH", folder + ":" + System.getenv("PATH"));
    var process = started.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(scriptEnds);
    return said;
  }
}
