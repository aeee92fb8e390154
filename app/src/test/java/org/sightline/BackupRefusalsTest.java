package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.store.BackupFile;
import org.sightline.store.BackupKeys;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What must not be put back is not, and nothing is left of the attempt (SC-10, R-08).
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupRefusalsTest {

  private static final String NOT_WHOLE =
      "%s is not a whole backup: it was cut off or changed after it was written. Take another one.";

  @Autowired private DatabaseSettings database;

  private Path folder;
  private BackupCase kit;
  private Path file;

  @BeforeAll
  void makeABackup(@TempDir Path folder) {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    file = folder.resolve("a.backup");
    assertThat(kit.backup(file).code()).isZero();
  }

  @Test
  void anotherKeyOpensNothingAndLeavesNothing() {
    BackupKeys.make(folder.resolve("another"));
    Path another = folder.resolve("another").resolve(BackupKeys.PRIVATE);
    Path place = folder.resolve("wrong-key");

    var restoring =
        CommandRun.of(
            "restore",
            file,
            "--private-key=" + another,
            "--key-file=" + kit.keyFile,
            "--data-dir=" + place,
            "--without-ledger");

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors())
        .contains("The private key %s does not open %s".formatted(another, file))
        .doesNotContain("Exception", "primaryKeyId");
    assertThat(restoring.out()).isEmpty();
    assertThat(place).doesNotExist();
  }

  @Test
  void thePublicKeyOpensNothing() {
    var verifying = CommandRun.of("verify-backup", file, "--private-key=" + kit.publicKey);

    assertThat(verifying.code()).isEqualTo(1);
    assertThat(verifying.errors()).contains("is not the private key of a pair");
  }

  @Test
  void oneFlippedByteAnywhereIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    var chance = new SplittableRandom();
    Path changed = folder.resolve("changed.backup");
    var everywhere =
        IntStream.concat(
                IntStream.rangeClosed(0, 20),
                IntStream.concat(
                    IntStream.of(whole.length - 1, whole.length - 17),
                    IntStream.generate(() -> chance.nextInt(whole.length)).limit(60)))
            .toArray();
    for (int at : everywhere) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << chance.nextInt(8));
      Files.write(changed, flipped);
      assertThat(refusal(changed)).as("byte %d", at).contains("changed");
    }
  }

  @Test
  void aFileThatWasCutOrGrewIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Path changed = folder.resolve("cut.backup");
    for (int length :
        new int[] {0, 1, 19, 23, 400, whole.length / 2, whole.length - 1, whole.length + 1}) {
      Files.write(changed, Arrays.copyOf(whole, length));
      assertThat(refusal(changed)).as("%d bytes", length).isEqualTo(NOT_WHOLE.formatted(changed));
    }
    Path place = folder.resolve("cut");
    assertThat(kit.restore(changed, place).code()).isEqualTo(1);
    assertThat(place).doesNotExist();
  }

  @Test
  void aPlaceThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Path place = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(place.resolve("letter.txt"), "mine");

    var restoring = kit.restore(file, place);

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors()).contains("There is something in %s already".formatted(place));
    assertThat(place.toFile().list()).containsExactly("letter.txt");
  }

  @Test
  void aDatabaseThatHoldsSomethingIsLeftAsItIs() {
    var restoring =
        kit.restore(
            file,
            folder.resolve("unused"),
            "--database-url=" + database.url() + "&user=" + database.owner(),
            "--database-password-file=" + folder.resolve("password"));

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors()).contains("The database holds something already");
    assertThat(BackupCase.contents(kit.source())).containsKey("access.user_account");
  }

  @Test
  void anotherInstallationsBackupIsRefused() {
    var restoring =
        CommandRun.of(
            "verify-backup",
            file,
            "--private-key=" + kit.privateKey,
            "--key-file=" + anotherKeyFile());

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors()).contains("was not written with the key file");
  }

  @Test
  void aUserWhoSeesLessThanEverythingBacksNothingUp() throws IOException {
    String user = "looker_" + System.nanoTime();
    kit.source().execute("create role " + user + " login password 'invented'");
    kit.source().execute("grant pg_read_all_data to " + user);
    kit.source().execute("grant connect on database " + name() + " to " + user);
    Path password = Files.writeString(folder.resolve("looker"), "invented");

    var backup =
        CommandRun.of(
            "backup",
            folder.resolve("less.backup"),
            "--public-key=" + kit.publicKey,
            "--key-file=" + kit.keyFile,
            "--database-url=" + database.url() + "&user=" + user,
            "--database-password-file=" + password);
    kit.source().execute("revoke connect on database " + name() + " from " + user);
    kit.source().execute("drop role " + user);

    assertThat(backup.code()).isEqualTo(1);
    assertThat(backup.errors()).contains("may not read every row");
    assertThat(folder.toFile().list()).noneMatch(file -> file.startsWith("less."));
  }

  private String name() {
    return kit.source().queryForObject("select current_database()", String.class);
  }

  @Test
  void aLedgerIsAskedFor() {
    var restoring =
        CommandRun.of(
            "restore",
            file,
            "--private-key=" + kit.privateKey,
            "--key-file=" + kit.keyFile,
            "--data-dir=" + folder.resolve("no-ledger"));

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors()).contains("There is no ledger of used slips");
    assertThat(folder.resolve("no-ledger")).doesNotExist();
  }

  @Test
  void nothingIsEverWrittenOver() throws IOException {
    long size = Files.size(file);

    assertThat(kit.backup(file).errors()).contains("There is a file %s already".formatted(file));
    assertThat(Files.size(file)).isEqualTo(size);
    assertThat(CommandRun.of("backup", "--make-key=" + folder.resolve("pair")).errors())
        .contains("There is a key for backups in");
    assertThat(kit.backup(folder.resolve("no/such/place")).errors())
        .contains("could not be written");
  }

  private Path anotherKeyFile() {
    Path another = folder.resolve("another-ring/installation.key");
    org.sightline.store.KeyRing.readOrMake(another);
    return another;
  }

  private String refusal(Path changed) {
    try {
      BackupFile.whole(changed, kit.privateKey);
      return "none";
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }
}
