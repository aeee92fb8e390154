package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// R-08, AU-04: a backup is compared with checkpoints that were kept elsewhere. One whose audit was
/// rewritten as a whole, with every hash right, looks whole by itself and is found.
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupAgainstCheckpointsTest {

  /// Somebody else is made to have done the third entry, and everything after follows from it.
  private static final String REWRITE =
      """
      do $$
      declare
        e audit.entry;
        before bytea := (select hash from audit.entry where seq = 2);
      begin
        set local session_replication_role = replica;
        update audit.entry set user_id = gen_random_uuid() where seq = 3;
        for e in select * from audit.entry where seq > 2 order by seq loop
          e.prev_hash := before;
          before := sha256(e.prev_hash || audit.canonical_of(e));
          update audit.entry set prev_hash = e.prev_hash, hash = before where seq = e.seq;
        end loop;
        update audit.head set hash = before;
      end $$
      """;

  @Autowired private DatabaseSettings database;
  @Autowired private KeyRing keys;

  private Path folder;
  private BackupCase kit;
  private Path file;
  private Path checkpoints;

  @BeforeAll
  void takeABackup(@TempDir Path folder) throws IOException {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    checkpoints = Files.writeString(folder.resolve("checkpoints"), head() + "\n");
    file = folder.resolve("a.backup");
    assertThat(kit.backup(file).code()).isZero();
    String later = signed(1_000_000_000, "0".repeat(64), Instant.now().plusSeconds(600));
    Files.writeString(checkpoints, Files.readString(checkpoints) + later + "\n");
  }

  @Test
  void aBackupThatHoldsWhatCheckpointsSawIsGoodWhateverTheySawLater() {
    var verifying = verify(file, checkpoints);

    assertThat(verifying.code()).as(verifying.errors() + verifying.out()).isZero();
    assertThat(verifying.out())
        .contains("1 checkpoints are of after the backup", "All 1 checkpoints hold.")
        .contains("The backup is good.");
  }

  @Test
  void aBackupOfARewrittenAuditLooksWholeAndIsFound() {
    String name = "rewritten_" + UUID.randomUUID().toString().replace("-", "");
    kit.source().execute("create database " + name);
    assertThat(kit.restore(file, folder.resolve("unused"), kit.given(name)).code()).isZero();
    var there = kit.in(name);
    there.execute(REWRITE);
    Path rewritten = folder.resolve("rewritten.backup");
    var backup = new ArrayList<Object>(List.of("backup", rewritten));
    backup.addAll(List.of("--public-key=" + kit.publicKey, "--key-file=" + kit.keyFile));
    backup.addAll(List.of(kit.given(name)));
    assertThat(CommandRun.of(backup.toArray()).code()).isZero();

    var verifying = verify(rewritten, checkpoints);

    assertThat(verifying.code()).as(verifying.errors() + verifying.out()).isEqualTo(2);
    assertThat(verifying.out())
        .contains("The audit is whole: ")
        .contains("A checkpoint does not hold: line 1", "was rewritten.")
        .contains("is not as it should be")
        .doesNotContain("The backup is good.");
  }

  @Test
  void whatCannotBeComparedIsSaidBeforeAnythingIsPutAnywhere() {
    refused(
        "--against needs the installation's keys",
        "--private-key=" + kit.privateKey,
        "--against=" + checkpoints);
    refused(
        "The file %s cannot be read".formatted(folder.resolve("nowhere")),
        "--private-key=" + kit.privateKey,
        "--key-file=" + kit.keyFile,
        "--against=" + folder.resolve("nowhere"));
  }

  private void refused(String sentence, String... options) {
    var words = new ArrayList<Object>(List.of("verify-backup", file));
    words.addAll(List.of(options));
    var said = CommandRun.of(words.toArray());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.errors().strip()).contains(sentence).doesNotContain("\n");
  }

  private CommandRun verify(Path backup, Path against) {
    return CommandRun.of(
        "verify-backup",
        backup,
        "--private-key=" + kit.privateKey,
        "--key-file=" + kit.keyFile,
        "--against=" + against);
  }

  /// A checkpoint of the chain as it is now.
  private String head() {
    JdbcTemplate jdbc = kit.source();
    return jdbc.queryForObject(
        "select seq, encode(hash, 'hex') as hash, clock_timestamp() as at from audit.head",
        (row, n) ->
            signed(row.getLong("seq"), row.getString("hash"), row.getTimestamp("at").toInstant()));
  }

  private String signed(long number, String hash, Instant at) {
    var key = SigningKey.of(keys, "audit-checkpoints");
    String text =
        "sightline-checkpoint 1 %s %d %s %s"
            .formatted(key.fingerprint(), number, hash, at.truncatedTo(ChronoUnit.MILLIS));
    return text + " " + Base64.getEncoder().encodeToString(key.sign(text));
  }
}
