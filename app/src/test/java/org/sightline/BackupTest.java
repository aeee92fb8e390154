package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// A backup is what was there at one moment, and what is put back is the same (SC-10, R-08).
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

  /// What a restore itself writes, or leaves out on purpose.
  private static final Set<String> CHANGED =
      Set.of("audit.entry", "audit.head", "access.sign_in", "access.sign_in_attributes");

  @Autowired private DatabaseSettings database;
  @Autowired private TestRounds rounds;
  @Autowired private SystemProcesses processes;

  @Value("${sightline.session-keys}")
  private Path sessionKeys;

  private Path folder;
  private BackupCase kit;

  @BeforeAll
  void makeKeys(@TempDir Path folder) {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    rounds.anOpenSession(rounds.aRound());
  }

  @Test
  void whatIsPutBackIsTheSameToTheRow() {
    Path file = folder.resolve("quiet.backup");
    kit.keepSessionKeys(sessionKeys);

    assertThat(kit.backup(file)).extracting(CommandRun::code).isEqualTo(0);
    var before = BackupCase.contents(kit.source());
    var restoring = kit.restore(file, folder.resolve("quiet"));

    assertThat(restoring.code()).as(restoring.errors()).isZero();
    assertThat(restoring.out()).contains("Everything is as it was on ");
    Map<String, String> after = BackupCase.in(folder.resolve("quiet"), BackupCase::contents);
    before.keySet().removeAll(CHANGED);
    after.keySet().removeAll(CHANGED);
    assertThat(after).isEqualTo(before).containsKeys("engagement.session", "access.user_account");
    List<String> acts =
        BackupCase.in(
            folder.resolve("quiet"),
            jdbc ->
                jdbc.queryForList(
                    "select act from audit.entry order by seq desc limit 2", String.class));
    assertThat(acts).containsExactly("store.backup-restored", "store.backup-begun");
  }

  @Test
  void whatWasAcknowledgedBeforeABackupUnderLoadIsInIt() throws Exception {
    Path file = folder.resolve("loaded.backup");
    var done = new AtomicBoolean();
    Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var writers =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              while (!done.get()) {
                                try {
                                  acknowledged.add(write(n));
                                } catch (RuntimeException failed) {
                                  failures.add(failed);
                                }
                              }
                            }))
            .toList();
    while (acknowledged.size() < 40) {
      Thread.sleep(10);
    }
    var before = Set.copyOf(acknowledged);
    var backup = kit.backup(file);
    int during = acknowledged.size() - before.size();
    done.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(backup.code()).as(backup.errors()).isZero();
    assertThat(failures).isEmpty();
    assertThat(during).as("the application went on meanwhile").isPositive();
    assertThat(kit.restore(file, folder.resolve("loaded")).code()).isZero();
    Set<UUID> there =
        BackupCase.in(
            folder.resolve("loaded"),
            jdbc -> {
              assertThat(jdbc.queryForObject("select audit.first_bad()", Long.class)).isNull();
              return Set.copyOf(
                  jdbc.queryForList(
                      """
                      select object from audit.entry where object is not null
                      union select workspace_id from engagement.round
                      """,
                      UUID.class));
            });
    assertThat(there).containsAll(before);
  }

  @Test
  void aBackupIsProvedAndLeavesNothingBehind() throws Exception {
    Path file = folder.resolve("proved.backup");
    kit.backup(file);

    var verifying = kit.verify(file);

    assertThat(verifying.out())
        .contains("are the same, put back", "What is sealed opens", "The audit is whole")
        .contains("The backup is good.");
    assertThat(verifying.code()).as(verifying.errors()).isZero();
    try (var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(temporary.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("sightline-verify-"));
    }
  }

  @Test
  void aRightThatSomebodyLoosenedIsFoundAndNotPutBack() {
    Path file = folder.resolve("loose.backup");
    kit.source().execute("grant select on engagement.map to sightline_staff");
    try {
      assertThat(kit.backup(file).code()).isZero();
    } finally {
      kit.source().execute("revoke select on engagement.map from sightline_staff");
    }

    var verifying = kit.verify(file);

    assertThat(verifying.code()).as(verifying.errors()).isEqualTo(2);
    assertThat(verifying.out())
        .contains("+ grant on engagement.map SELECT to sightline_staff")
        .doesNotContain("not as a fresh one: -");
  }

  @Test
  void aGivenDatabaseThatIsEmptyTakesABackupToo() {
    Path file = folder.resolve("given.backup");
    kit.keepSessionKeys(sessionKeys);
    assertThat(kit.backup(file).code()).isZero();
    String name = "restored_" + UUID.randomUUID().toString().replace("-", "");
    kit.source().execute("create database " + name);

    var restoring = kit.restore(file, folder.resolve("unused"), kit.given(name));

    assertThat(restoring.code()).as(restoring.errors()).isZero();
    var before = BackupCase.contents(kit.source());
    var after = BackupCase.contents(kit.in(name));
    before.keySet().removeAll(CHANGED);
    after.keySet().removeAll(CHANGED);
    assertThat(after).isEqualTo(before);
    assertThat(folder.resolve("unused")).doesNotExist();
  }

  @Test
  void aPasswordThatWasTypedOrANameIsNotInTheFileInClear() throws Exception {
    Path file = folder.resolve("clear.backup");
    kit.backup(file);

    var bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("SIGHTLINE BACKUP 1\n").doesNotContain("engagement", "audit");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(Files.getPosixFilePermissions(kit.privateKey)).hasSize(2);
    assertThat(List.of(folder.toFile().list())).noneMatch(name -> name.endsWith(".unfinished"));
  }

  private UUID write(int writer) {
    if (writer == 0) {
      return rounds.aRound().id().value();
    }
    var object = UUID.randomUUID();
    processes.change(new Act("engagement.tried-under-load", null, object, null), () -> 0);
    return object;
  }
}
