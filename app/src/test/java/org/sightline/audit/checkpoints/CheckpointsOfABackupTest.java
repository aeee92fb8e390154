package org.sightline.audit.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// which checkpoints speak of a backup, and which are of after it. The chain as it is stands
/// for the backup's.
@SightlineTest
class CheckpointsOfABackupTest {

  private static final long FAR_AHEAD = 1_000_000_000;

  @Autowired private SystemProcesses processes;
  @Autowired private KeyRing keys;
  @Autowired private Checkpoints checkpoints;
  @Autowired private CheckpointFile comparing;
  @TempDir private Path folder;

  private final Instant taken = Instant.parse("2031-03-14T12:00:00Z");
  private Path file;
  private Checkpoint seen;

  @BeforeEach
  void oneThatTheBackupHolds() {
    processes.change(Act.of("access.tried-out", UUID.randomUUID()), () -> true);
    file = folder.resolve("checkpoints");
    seen = checkpoints.head();
  }

  @Test
  void whatWasSeenAfterTheBackupIsPassedOver() throws IOException {
    write(seen, ahead(Duration.ofHours(1)), ahead(Duration.ofSeconds(-30)));

    var compared = comparing.compare(file, taken);

    assertThat(compared.fault()).isEmpty();
    assertThat(compared.good()).isEqualTo(1);
    assertThat(compared.later()).isEqualTo(2);
  }

  @Test
  void whatWasSeenBeforeTheBackupAndIsNotInItWasCutOff() throws IOException {
    write(seen, ahead(Duration.ofMinutes(-2)));

    assertThat(comparing.compare(file, taken).fault()).contains("line 2", "the audit was cut off");
  }

  @Test
  void checkpointsOfAfterTheBackupAloneProveNothing() throws IOException {
    write(ahead(Duration.ofDays(1)));

    assertThat(comparing.compare(file, taken).fault()).contains("are of after the backup");
  }

  @Test
  void withoutABackupNothingIsPassedOver() throws IOException {
    write(seen, ahead(Duration.ofHours(1)));

    assertThat(comparing.compare(file).fault()).contains("line 2", "the audit was cut off");
  }

  private Checkpoint ahead(Duration of) {
    return new Checkpoint(seen.installation(), FAR_AHEAD, "0".repeat(64), taken.plus(of));
  }

  private void write(Checkpoint... lines) throws IOException {
    var key = SigningKey.of(keys, Checkpoints.PURPOSE);
    for (Checkpoint line : lines) {
      Files.writeString(
          file, (Files.exists(file) ? Files.readString(file) : "") + line.signedBy(key) + "\n");
    }
  }
}
