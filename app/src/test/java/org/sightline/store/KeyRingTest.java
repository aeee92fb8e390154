package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CR-01, CR-04, CR-05: where keys may lie, and what survives their being changed.
class KeyRingTest {

  private static final SealedColumn NAME = new SealedColumn("access.user_account", "name");
  private static final UUID ROW = UUID.randomUUID();
  private static final LocalDate BORN = LocalDate.of(2011, 3, 4);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void aKeyOthersMayReadIsRefused(String permissions) throws Exception {
    KeyRing.readOrMake(file);
    for (Path each : new Path[] {file, folder.resolve("key.wrapped")}) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));

      assertThatThrownBy(() -> KeyRing.readOrMake(file))
          .hasMessageContaining(
              "others than its owner may read or write it. Close it with: chmod 600");

      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void whatIsMadeForKeysIsOpenToNobodyElse() throws Exception {
    Path data = folder.resolve("data");
    var keys = KeyRing.readOrMake(data.resolve("keys/key"));
    new SessionKeys(data.resolve("keys/sessions"), keys);

    for (String made : new String[] {"", "keys", "keys/sessions"}) {
      assertThat(Files.getPosixFilePermissions(data.resolve(made)))
          .as(made)
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aKeyThatLiesInsideTheDataIsRefusedAlsoBehindALink() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data/postgresql"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), data.resolve("key"));
    Path away = Files.createSymbolicLink(folder.resolve("away"), data);
    KeyRing.readOrMake(data.resolve("key"));

    for (Path key :
        new Path[] {
          data.resolve("key"), data.resolve("../postgresql/new"), link, away.resolve("new")
        }) {
      assertThatThrownBy(() -> KeyRing.refuseInside(key, data))
          .as(key.toString())
          .hasMessageContaining("lies inside the data directory");
    }
    assertThatCode(() -> KeyRing.refuseInside(file, data)).doesNotThrowAnyException();
  }

  @Test
  void wrappedKeysAreOfNoUseWithoutTheirKey() throws Exception {
    KeyRing.readOrMake(file);
    KeyRing.readOrMake(folder.resolve("other"));
    Files.writeString(file, Files.readString(folder.resolve("other")));

    assertThatThrownBy(() -> KeyRing.readOrMake(file)).hasMessageContaining("cannot be used");
  }

  @Test
  void aHalfOfThePairIsNeverMadeAnew() throws Exception {
    KeyRing.readOrMake(file);
    Path wrapped = folder.resolve("key.wrapped");
    byte[] before = Files.readAllBytes(wrapped);
    Files.delete(wrapped);

    assertThatThrownBy(() -> KeyRing.readOrMake(file))
        .hasMessageContaining("Put the file")
        .hasMessageContaining("key.wrapped back");

    Files.write(wrapped, before);
    Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rw-------"));
    Files.delete(file);
    assertThatThrownBy(() -> KeyRing.readOrMake(file))
        .hasMessageContaining("it is missing, but the keys it wrapped are there");
  }

  @Test
  void aKeyFileOfBeforeThereWasAKeyEncryptionKeyIsBroughtUp() throws Exception {
    AeadConfig.register();
    PrfConfig.register();
    var sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var deriving =
        KeysetHandle.generateNew(
            HkdfPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HkdfPrfParameters.HashType.SHA256)
                .build());
    KeyRing.createPrivate(file);
    String before = KeySet.inClear(sealing) + "\n" + KeySet.inClear(deriving) + "\n";
    Files.writeString(file, before);
    byte[] sealed =
        sealing
            .getPrimitive(RegistryConfiguration.get(), com.google.crypto.tink.Aead.class)
            .encrypt("Planted".getBytes(), Sealing.place(NAME, ROW).getBytes());

    var ring = KeyRing.readOrMake(file);

    assertThat(new Sealing(ring).open(NAME, ROW, sealed)).isEqualTo("Planted");
    assertThat(new Sealing(KeyRing.readOrMake(file)).open(NAME, ROW, sealed)).isEqualTo("Planted");
    String key = before.replaceAll("(?s).*\"value\":\"([^\"]+)\".*", "$1");
    assertThat(Files.readString(file)).doesNotContain(key);
    assertThat(Files.readString(folder.resolve("key.wrapped"))).doesNotContain(key);
  }

  @Test
  void sealedValuesAndIndexesSurviveBothChanges() {
    var ring = KeyRing.readOrMake(file);
    var sealing = new Sealing(ring);
    byte[] sealed = sealing.seal(NAME, ROW, "Planted");
    byte[] index = sealing.blindIndexOfPerson(NAME, "Planted", BORN);
    String password = ring.rolePassword("one");

    ring.changeWrapping(null);
    ring.change(KeySet::withNewKeys);

    for (var each : new KeyRing[] {ring, KeyRing.readOrMake(file)}) {
      assertThat(new Sealing(each).open(NAME, ROW, sealed)).isEqualTo("Planted");
      assertThat(new Sealing(each).blindIndexOfPerson(NAME, "Planted", BORN)).isEqualTo(index);
      assertThat(each.rolePassword("one")).isEqualTo(password);
    }
    ring.change(KeySet::withoutOldKeys);
    assertThatThrownBy(() -> sealing.open(NAME, ROW, sealed)).hasMessageContaining("not open");
    assertThat(sealing.blindIndexOfPerson(NAME, "Planted", BORN)).isEqualTo(index);
    assertThat(sealing.open(NAME, ROW, sealing.seal(NAME, ROW, "Again"))).isEqualTo("Again");
  }

  @Test
  void theNumberOfTheKeyIsBoundInToo() {
    var ring = KeyRing.readOrMake(file);
    byte[] sealed = new Sealing(ring).seal(NAME, ROW, "Planted");

    assertThatThrownBy(
            () ->
                ring.current()
                    .aead()
                    .decrypt(
                        java.util.Arrays.copyOfRange(sealed, 1, sealed.length),
                        Sealing.place(NAME, ROW).getBytes()))
        .isInstanceOf(java.security.GeneralSecurityException.class);
  }

  @Test
  void anotherProcessFollowsAtOnceWhenItMeetsANewKey() {
    var here = new Sealing(KeyRing.readOrMake(file));
    var there = KeyRing.readOrMake(file);
    there.changeWrapping(null);
    there.change(KeySet::withNewKeys);

    assertThat(here.open(NAME, ROW, new Sealing(there).seal(NAME, ROW, "New"))).isEqualTo("New");
  }

  @Test
  void whileTheFilesAreOutOfReachTheKnownKeysGoOn() throws Exception {
    var sealing = new Sealing(KeyRing.readOrMake(file));
    Files.move(folder.resolve("key.wrapped"), folder.resolve("away"));
    java.util.concurrent.TimeUnit.MILLISECONDS.sleep(600);

    byte[] sealed = sealing.seal(NAME, ROW, "Planted");

    assertThat(sealing.open(NAME, ROW, sealed)).isEqualTo("Planted");
  }

  @Test
  void anEndBetweenAnyTwoStepsOfWrappingAnewLosesNothing() throws Exception {
    var ring = KeyRing.readOrMake(file);
    byte[] sealed = new Sealing(ring).seal(NAME, ROW, "Planted");
    String oldKey = Files.readString(file);
    String oldWrapped = Files.readString(folder.resolve("key.wrapped"));
    ring.changeWrapping(null);
    String newKey = Files.readString(file);
    String newWrapped = Files.readString(folder.resolve("key.wrapped"));

    for (String wrapped : new String[] {oldWrapped, newWrapped}) {
      put(file, oldKey);
      put(folder.resolve("key.next"), newKey);
      put(folder.resolve("key.wrapped"), wrapped);

      var again = KeyRing.readOrMake(file);

      assertThat(new Sealing(again).open(NAME, ROW, sealed)).isEqualTo("Planted");
      assertThat(folder.resolve("key.next")).doesNotExist();
      assertThat(Files.readString(file)).isEqualTo(wrapped.equals(oldWrapped) ? oldKey : newKey);
    }
  }

  @Test
  void anEndWhileTheFirstKeysAreMadeLosesNothing() throws Exception {
    KeyRing.readOrMake(file);
    Files.move(file, folder.resolve("key.next"));

    assertThatCode(() -> KeyRing.readOrMake(file)).doesNotThrowAnyException();

    Files.move(file, folder.resolve("key.next"));
    Files.delete(folder.resolve("key.wrapped"));
    assertThatCode(() -> KeyRing.readOrMake(file)).doesNotThrowAnyException();
    assertThat(folder.resolve("key.next")).doesNotExist();
  }

  @Test
  void keysAreCopiedWholeAndNeverOverOthers() {
    var ring = KeyRing.readOrMake(file);
    byte[] sealed = new Sealing(ring).seal(NAME, ROW, "Planted");

    KeyRing.copy(file, folder.resolve("safe/key"));

    var copy = KeyRing.readOrMake(folder.resolve("safe/key"));
    assertThat(new Sealing(copy).open(NAME, ROW, sealed)).isEqualTo("Planted");
    assertThatThrownBy(() -> KeyRing.copy(file, folder.resolve("safe/key")))
        .hasMessageContaining("there are keys in");
  }

  private static void put(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      KeyRing.createPrivate(file);
    }
    Files.writeString(file, text);
  }
}
