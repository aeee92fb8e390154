package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.store.KeyRing;

/// kill -9 of a backup and of a restore in the middle: there is no half backup under its name, no
/// half installation anybody could start, and the next try succeeds in the same place.
@Tag("long")
class KilledBackupTest {

  @TempDir private Path folder;

  @Test
  void whatWasKilledIsNotThereAndTheNextOneIs() throws Exception {
    var commands = Files.createDirectories(folder.resolve("commands"));
    Path file = folder.resolve("a.backup");
    Path place = folder.resolve("place");
    try (var demo = DemoProcess.start(folder.resolve("data"), 9)) {
      DemoProcess.command(commands, "backup", "--make-key=" + folder.resolve("pair"));
      String[] backup = {
        "backup",
        file.toString(),
        "--public-key=" + folder.resolve("pair/backup-public.key"),
        "--data-dir=" + demo.directory()
      };
      var first = DemoProcess.run(commands, backup);
      Pauses.until(
          "a beginning",
          Duration.ofMinutes(1),
          () -> Files.exists(folder.resolve("a.backup.unfinished")) || !first.isAlive());
      first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      if (Files.exists(folder.resolve("a.backup.unfinished"))) {
        assertThat(file).doesNotExist();
      }
      Files.deleteIfExists(file);
      assertThat(DemoProcess.command(commands, backup)).startsWith("0: ").contains("is whole");
      KeyRing.copy(demo.directory().resolve("keys/installation.key"), folder.resolve("ring.key"));
      Files.copy(
          demo.directory().resolve("keys/withdrawals.ledger"),
          folder.resolve("withdrawals.ledger"));
    }

    String[] restore = {
      "restore",
      file.toString(),
      "--private-key=" + folder.resolve("pair/backup-private.key"),
      "--key-file=" + folder.resolve("ring.key"),
      "--data-dir=" + place,
      "--without-code"
    };
    var killed = DemoProcess.run(commands, restore);
    Pauses.until(
        "a database",
        Duration.ofMinutes(1),
        () -> said(commands).contains("rows") || !killed.isAlive());
    killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    assertThat(place.resolve("postgresql")).doesNotExist();

    assertThat(DemoProcess.command(commands, restore))
        .startsWith("0: ")
        .contains("Everything is as it was on");
    assertThat(place.toFile().list()).noneMatch(name -> name.startsWith("unfinished"));
    try (var demo = DemoProcess.start(place, 9)) {
      assertThat(demo.signedIn("ROUND_OWNER").get("/engagement/rounds").status()).isEqualTo(200);
    }
  }

  private static String said(Path commands) {
    try {
      return Files.readString(DemoProcess.log(commands));
    } catch (java.io.IOException notYet) {
      return "";
    }
  }
}
