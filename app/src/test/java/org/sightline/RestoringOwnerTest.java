package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// AN-02: who puts a backup back shows that they are an administrator in it. It is marked as a
/// demonstration's, where the password stands for the code.
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoringOwnerTest {

  @Autowired private DatabaseSettings database;
  @Autowired private TestPeople people;

  private Path folder;
  private BackupCase kit;
  private Path file;

  @BeforeAll
  void aBackup(@TempDir Path folder) throws IOException {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    file = folder.resolve("a.backup");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("demonstration"), "1\n");
    assertThat(kit.backup(file, data).code()).isZero();
  }

  @Test
  void nobodyElsePutsABackupBackAndNothingIsLeftOfIt() {
    var head = people.cast().the(Role.HEAD);
    Path place = folder.resolve("refused");

    var restoring =
        restore(
            place,
            List.of("nobody", "no", head.username(), head.password(), head.username(), "no"));

    assertThat(restoring.code()).isEqualTo(1);
    assertThat(restoring.errors()).contains("That was not the sign-in name of an administrator");
    assertThat(place.resolve("postgresql")).doesNotExist();
    assertThat(place.resolve("demonstration")).doesNotExist();
  }

  @Test
  void whenNobodyAnswersNothingIsPutBack() {
    Path place = folder.resolve("silent");

    assertThat(restore(place, List.of("somebody")).errors())
        .contains("was asked for, and nothing came");
    assertThat(place.resolve("postgresql")).doesNotExist();
  }

  @Test
  void anAdministratorMayMistypeOnceAndIsNamedInTheAudit() {
    var administrator = people.cast().the(Role.ADMINISTRATOR);
    Path place = folder.resolve("place");

    var restoring =
        restore(
            place,
            List.of(
                administrator.username(),
                "mistyped",
                administrator.username(),
                administrator.password()));

    assertThat(restoring.code()).as(restoring.errors()).isZero();
    assertThat(lastRestored(place, "user_id::text"))
        .isEqualTo(administrator.id().value().toString());
  }

  @Test
  void withoutACodeTheAuditSaysSo() {
    Path place = folder.resolve("without");

    var restoring = restore(place, List.of(), "--without-code");

    assertThat(restoring.code()).as(restoring.errors()).isZero();
    assertThat(restoring.out()).contains("No administrator's code was asked for");
    assertThat(lastRestored(place, "detail")).isEqualTo("without a code");
  }

  private static String lastRestored(Path place, String what) {
    return BackupCase.in(
        place,
        jdbc ->
            jdbc.queryForObject(
                "select %s from audit.entry where act = 'store.backup-restored' order by seq desc limit 1"
                    .formatted(what),
                String.class));
  }

  private CommandRun restore(Path place, List<String> typed, String... more) {
    var words =
        new ArrayList<Object>(
            List.of(
                "restore",
                file,
                "--private-key=" + kit.privateKey,
                "--key-file=" + kit.keyFile,
                "--data-dir=" + place,
                "--without-ledger"));
    words.addAll(List.of(more));
    return CommandRun.typing(typed, words.toArray());
  }
}
