package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.Role;
import org.sightline.store.BackupKeys;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.KeyRing;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// Bad values of the options of commands that work on an installation: each gets one sentence and
/// code 1, or the usage and code 2 when the arguments themselves are wrong (`docs/reference`), and
/// the installation goes on as before.
@SightlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadOptionsTest {

  @Autowired private DatabaseSettings database;
  @Autowired private TestPeople people;

  private Path folder;
  private BackupCase kit;

  @BeforeAll
  void aBackupAndWhatIsNone(@TempDir Path folder) throws IOException {
    this.folder = folder;
    kit = new BackupCase(folder, database);
    assertThat(kit.backup(folder.resolve("good.backup")).code()).isZero();
    Files.writeString(folder.resolve("notes.txt"), "these are notes, and nothing else\n");
    Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0xc3});
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("full")).resolve("x");
    Files.writeString(folder.resolve("full/letter.txt"), "mine");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/demonstration"), "1\n");
    Files.writeString(folder.resolve("wrong-password"), "wrong");
    KeyRing.readOrMake(folder.resolve("another/installation.key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backup --plant",
        "backup a b --public-key=p",
        "backup --json=perhaps",
        "backup a --public-key=p --database-url=::",
        "backup a --public-key",
        "restore",
        "restore {good} --data-dir=d --key-file=k",
        "restore {good} --private-key={private} --key-file=k",
        "restore {good} --private-key={private} --data-dir=d",
        "restore {good} --private-key={private} --data-dir=d --key-file=k --without-code=perhaps",
        "verify-backup",
        "verify-backup {good}",
        "verify-backup {good} --private-key={private} --against",
        "rotate-keys now",
        "rotate-keys --key-uri",
        "escrow",
        "escrow plant",
        "escrow split",
        "escrow split --to={f}/s",
        "escrow drill",
        "escrow recover",
        "user",
        "user plant",
        "user list 7",
        "user disable",
        "user disable seven",
        "user reset 00000000-0000-0000-0000-00000000000g",
        "user add 00000000-0000-0000-0000-000000000000",
        "list-overdue yesterday",
        "list-overdue --json=perhaps",
        "verify-audit now",
        "verify-audit --against",
        "trace-export a b",
        "trace-export --code",
      })
  void argumentsThatAreNoneGetASentenceTheUsageAndCodeTwo(String line) {
    var said = CommandRun.of(words(line));

    assertThat(said.code()).as(said.errors()).isEqualTo(2);
    assertThat(said.errors()).contains("Usage: sightline").doesNotContain("Exception", "\tat ");
    assertThat(said.errors().lines().findFirst().orElse("")).isNotBlank();
    assertThat(said.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backup {db}                                                   | Say where the backup goes",
        "backup {f}/n --data-dir={nowhere} --public-key={public} --key-file={key} | There is no installation in",
        "backup {f}/n {db} --public-key={nowhere}                      | is not the public key of a pair",
        "backup {f}/n {db} --public-key={private}                      | is not the public key of a pair",
        "backup {f}/n {db} --public-key={f}                            | is not the public key of a pair",
        "backup {good} {db} --public-key={public}                      | There is a file",
        "backup {f}/no/such/n {db} --public-key={public}               | could not be written",
        "backup {f}/n {db-only} --public-key={public} --key-file={nowhere}  | There is no key file",
        "backup {f}/n {db-only} --public-key={public} --key-file={f}/notes.txt | cannot be used",
        "backup {f}/n {db-only} --public-key={public} --key-file={f}/empty | cannot be used",
        "backup {f}/n {db-only} --public-key={public} --key-file={another} | is not the one this installation was last started with",
        "backup {f}/n {db-only} --public-key={public}                  | Give the installation's key file with --key-file",
        "backup {f}/n --public-key={public} --key-file={key} --database-url=jdbc:mysql://h/x?user=u | --database-url must look like",
        "backup {f}/n --public-key={public} --key-file={key} --database-url=jdbc:postgresql://h/x   | --database-url must look like",
        "backup {f}/n --public-key={public} --key-file={key} --database-url=jdbc:postgresql://localhost:1/x?user=u | refused",
        "backup {f}/n --public-key={public} --key-file={key} --database-url={url} --database-password-file={nowhere} | cannot be read",
        "backup --make-key={f}/pair                                    | There is a key for backups in",
        "backup --make-key={f}/notes.txt/k                             | The keys cannot be written",
        "restore {nowhere} {r}                                         | There is no backup",
        "restore {f} {r}                                               | There is no backup",
        "restore {f}/notes.txt {r}                                     | is not a whole backup",
        "restore {good} --private-key={public} --key-file={key} --data-dir={f}/d --without-ledger | is not the private key of a pair",
        "restore {good} --private-key={nowhere} --key-file={key} --data-dir={f}/d --without-ledger | is not the private key of a pair",
        "restore {good} --private-key={private} --key-file={nowhere} --data-dir={f}/d --without-ledger | There is no key file",
        "restore {good} --private-key={private} --key-file={f}/notes.txt --data-dir={f}/d --without-ledger | cannot be used",
        "restore {good} --private-key={private} --key-file={another} --data-dir={f}/d --without-ledger | was not written with the key file",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/d | There is no ledger of used slips",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/d --ledger={nowhere} | is not a ledger of used slips",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/d --ledger={f}/notes.txt | is not a ledger of used slips",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/d --ledger={f}/bytes | is not a ledger of used slips",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/full --without-ledger --without-code | There is something in",
        "restore {good} --private-key={private} --key-file={key} --data-dir={f}/notes.txt --without-ledger --without-code | cannot be used",
        "verify-backup {nowhere} {v}                                   | There is no backup",
        "verify-backup {f}/bytes {v}                                   | is not a whole backup",
        "verify-backup {good} --private-key={public}                   | is not the private key of a pair",
        "verify-backup {good} --private-key={private} --key-file={nowhere} | There is no key file",
        "verify-backup {good} --private-key={private} --key-file={f}/bytes | cannot be used",
        "verify-backup {good} --private-key={private} --key-file={another} | was not written with the key file",
        "verify-backup {good} {v} --scratch-dir={f}/notes.txt          | Nothing can be put into",
        "verify-backup {good} {v} --scratch-dir={f}/notes.txt/under    | Nothing can be put into",
        "verify-backup {good} {v} --against={nowhere}                  | cannot be read",
        "verify-backup {good} {v} --against={f}/empty                  | cannot be read",
        "rotate-keys --data-dir={nowhere} --key-file={key}             | There is no installation in",
        "rotate-keys {here} --key-uri=nonsense                         | --key-uri nonsense cannot be used",
        "rotate-keys {here} --key-uri=aws-kms://x                      | no key-management system is known for",
        "rotate-keys {here} --key-uri=hcvault://h/x                    | the address of a key looks like",
        "rotate-keys {here} --key-uri=hcvault://[                      | the address of a key looks like",
        "rotate-keys {here} --key-uri=hcvault+http:///x                | the address of a key looks like",
        "rotate-keys {db-only} --data-dir={f}/data --key-file={nowhere} | is missing",
        "rotate-keys {db} --data-dir={nowhere}                         | There is no installation in",
        "rotate-keys {here}                                            | was asked for, and nothing came",
        "escrow split --custodians=A,B --to={f}/s {here}               | Give three different custodians",
        "escrow split --custodians=A,B,C --to={f}/full {here}          | There is something in",
        "escrow split --custodians=A,B,C --to={f}/s --data-dir={nowhere} --key-file={key} | There is no installation in",
        "escrow drill --share={f}/notes.txt --share={f}/notes.txt {here} | holds no share of a key",
        "escrow drill --share={nowhere} --share={f}/bytes {here}       | share",
        "escrow recover --share={f}/notes.txt {here}                   | Two shares are needed",
        "user list --data-dir={nowhere} --key-file={key}               | There is no installation in",
        "user list {here}                                              | was asked for, and nothing came",
        "user add --public-url=nonsense {here}                         | is not an address such as https://",
        "list-overdue --data-dir={nowhere} --key-file={key}            | There is no installation in",
        "list-overdue {db-only}                                        | Give the installation's key file",
        "list-overdue {db-only} --key-file={f}/bytes                   | cannot be used",
        "list-overdue {db-only} --key-file={another}                   | is not this installation's",
        "list-overdue --key-file={key} --database-url=jdbc:postgresql://localhost:1/x?user=u | could not be prepared",
        "verify-audit --data-dir={nowhere} --key-file={key}            | There is no installation in",
        "verify-audit {db-only} --key-file={nowhere}                   | is missing",
        "verify-audit {db-only} --key-file={another}                   | is not this installation's",
        "verify-audit --key-file={key} --database-url={url} --database-password-file={f}/wrong-password | could not be prepared",
        "verify-audit {db} --against={nowhere}                         | cannot be read",
        "verify-audit {db} --against={f}/empty                         | cannot be read",
        "trace-export {db}                                             | Give a file, or the code",
        "trace-export {nowhere} {db}                                   | Give a file, or the code",
        "trace-export {f} {db}                                         | Give a file, or the code",
      })
  void valuesThatCannotWorkGetOneSentenceAndCodeOne(String line, String sentence) {
    var said = CommandRun.typing(List.of(), words(line));

    assertThat(said.code()).as(said.errors() + said.out()).isEqualTo(1);
    assertThat(said.errors().lines().toList().getLast()).contains(sentence);
    assertThat(said.errors() + said.out())
        .doesNotContain("Exception", "\tat ", "SIGHTLINE_DEBUG", "null");
    assertThat(said.errors().lines().filter(each -> !each.startsWith("Reading ")))
        .as("one sentence")
        .hasSizeLessThanOrEqualTo(1);
    assertThat(folder.resolve("n")).doesNotExist();
    assertThat(folder.resolve("d")).doesNotExist();
    assertThat(folder.resolve("s")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--code=AAAA", "--code=", "--code=';drop", "{f}/notes.txt", "{f}/bytes"})
  void whatIsNoCopyOfOursIsSaidToBeNoneWithCodeTwo(String what) {
    var said = CommandRun.of(words("trace-export " + what + " {db}"));

    assertThat(said.code()).as(said.errors()).isEqualTo(2);
    assertThat(said.out()).contains("This is no copy we know");
    assertThat(said.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "enable", "lost-device", "reset"})
  void aNumberThatNobodyHasIsSaidToBeNobodys(String action) {
    var administrator = people.cast().the(Role.ADMINISTRATOR);

    var said =
        CommandRun.typing(
            List.of(administrator.username(), administrator.password()),
            words("user " + action + " 00000000-0000-4000-8000-000000000000 {here}"));

    assertThat(said.code()).as(said.errors() + said.out()).isEqualTo(1);
    assertThat(said.errors()).contains("There is nobody with the number").hasLineCount(1);
  }

  /// The passwords of the database's roles follow from the keys: a command with somebody else's
  /// must not set them while the sites run.
  @Test
  void aStrangersKeyFileLocksNobodyOut() {
    for (String command : List.of("verify-audit", "list-overdue", "trace-export --code=AAAA")) {
      assertThat(CommandRun.of(words(command + " {db-only} --key-file={another}")).code())
          .isEqualTo(1);
    }

    var backup = kit.backup(folder.resolve("after-" + UUID.randomUUID()));
    assertThat(backup.code()).as(backup.errors()).isZero();
    assertThat(people.signedIn(Role.FACILITATOR).get("/engagement/rounds").status()).isEqualTo(200);
  }

  private Object[] words(String line) {
    var words = new ArrayList<Object>();
    String filled =
        line.strip()
            .replace("{db}", "{db-only} --key-file={key}")
            .replace("{here}", "{db-only} --data-dir={f}/data --key-file={key}")
            .replace("{db-only}", "--database-url={url} --database-password-file={f}/password")
            .replace(
                "{r}", "--private-key={private} --key-file={key} --data-dir={f}/d --without-ledger")
            .replace("{v}", "--private-key={private} --key-file={key}")
            .replace("{url}", database.url() + "&user=" + database.owner())
            .replace("{good}", folder.resolve("good.backup").toString())
            .replace("{public}", folder.resolve("pair").resolve(BackupKeys.PUBLIC).toString())
            .replace("{private}", folder.resolve("pair").resolve(BackupKeys.PRIVATE).toString())
            .replace("{key}", kit.keyFile.toString())
            .replace("{another}", folder.resolve("another/installation.key").toString())
            .replace("{nowhere}", folder.resolve("nowhere").toString())
            .replace("{f}", folder.toString());
    words.addAll(List.of(filled.split(" +")));
    return words.toArray();
  }
}
