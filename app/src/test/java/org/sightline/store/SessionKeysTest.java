package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// practice.md, "Anonymity against the spine": staging is sealed under a key that dies at close.
class SessionKeysTest {

  private static final byte[] MAP = "a map".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private SessionKeys keys;
  private final UUID session = UUID.randomUUID();

  @BeforeEach
  void keys() {
    keys = keysIn("sessions");
  }

  @Test
  void withoutAKeyNothingIsSealed() {
    assertThatThrownBy(() -> keys.seal(session, MAP)).hasMessageContaining("gone");
  }

  @Test
  void afterDestructionNothingOpens() {
    keys.make(session);
    byte[] sealed = keys.seal(session, MAP);

    keys.destroy(session);

    assertThatThrownBy(() -> keys.open(session, sealed)).hasMessageContaining("gone");
    assertThatThrownBy(() -> keys.fingerprint(session, "code")).hasMessageContaining("gone");
    assertThat(keys.exists(session)).isFalse();
    assertThat(keys.all()).isEmpty();
  }

  @Test
  void destructionOverwritesTheKeyWhereItLies() throws Exception {
    keys.make(session);
    var file = folder.resolve("sessions/" + session + ".key");
    var sameBlocks = Files.createLink(folder.resolve("kept"), file);
    var length = Files.size(sameBlocks);

    keys.destroy(session);

    assertThat(file).doesNotExist();
    assertThat(Files.readString(sameBlocks)).matches("0+").hasSize((int) length);
  }

  @Test
  void aKeyMadeAgainIsAnotherKey() {
    keys.make(session);
    byte[] sealed = keys.seal(session, MAP);
    byte[] print = keys.fingerprint(session, "code");
    keys.destroy(session);

    keys.make(session);

    assertThatThrownBy(() -> keys.open(session, sealed)).hasMessageContaining("does not open");
    assertThat(keys.fingerprint(session, "code")).isNotEqualTo(print);
  }

  @Test
  void anotherCopyOfTheApplicationCannotGoOnAfterDestruction() {
    keys.make(session);
    var copy = keysIn("sessions");
    byte[] sealed = copy.seal(session, MAP);

    keys.destroy(session);

    assertThatThrownBy(() -> copy.open(session, sealed)).hasMessageContaining("gone");
  }

  @Test
  void anotherSessionsKeyOpensNothing() {
    var other = UUID.randomUUID();
    keys.make(session);
    keys.make(other);

    assertThatThrownBy(() -> keys.open(other, keys.seal(session, MAP)))
        .hasMessageContaining("does not open");
    assertThat(keys.fingerprint(session, "code")).isNotEqualTo(keys.fingerprint(other, "code"));
  }

  @Test
  void makingAKeyTwiceKeepsTheFirst() {
    keys.make(session);
    byte[] sealed = keys.seal(session, MAP);

    keys.make(session);

    assertThat(keysIn("sessions").open(session, sealed)).isEqualTo(MAP);
  }

  @Test
  void keysMadeAtOnceAreOneKey() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var made =
          IntStream.range(0, 32)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            keys.make(session);
                            return keys.seal(session, MAP);
                          }))
              .toList();
      for (var sealed : made) {
        assertThat(keys.open(session, sealed.get())).isEqualTo(MAP);
      }
    }
  }

  @Test
  void destroyingTwiceIsHarmless() {
    keys.make(session);
    keys.destroy(session);
    keys.destroy(session);

    assertThat(keys.exists(session)).isFalse();
  }

  @Test
  void anUnfinishedKeyIsNoKey() throws Exception {
    Files.writeString(folder.resolve("sessions").resolve(session + ".new"), "half");

    assertThat(keys.exists(session)).isFalse();
    assertThat(keys.all()).isEmpty();
  }

  @Test
  void aKeyIsForItsOwnerOnly() throws Exception {
    keys.make(session);
    var file = folder.resolve("sessions").resolve(session + ".key");

    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }
  }

  @Test
  void aCopyOfTheFolderSaysNothingWithoutTheKeyFiles() throws Exception {
    keys.make(session);
    byte[] sealed = keys.seal(session, MAP);
    var others =
        new SessionKeys(
            folder.resolve("sessions"), KeyRing.readOrMake(folder.resolve("others/key")));

    assertThat(Files.readString(folder.resolve("sessions").resolve(session + ".key")))
        .doesNotMatch("[0-9a-f]{128}");
    assertThatThrownBy(() -> others.open(session, sealed)).hasMessageContaining("another");
  }

  @Test
  void anotherSessionsFileInItsPlaceIsNoKey() throws Exception {
    var other = UUID.randomUUID();
    keys.make(session);
    keys.make(other);
    var files = folder.resolve("sessions");
    Files.copy(
        files.resolve(session + ".key"),
        files.resolve(other + ".key"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> keysIn("sessions").seal(other, MAP)).hasMessageContaining("another");
  }

  @Test
  void aKeyOfBeforeTheyWereWrappedStillOpens() throws Exception {
    Files.writeString(folder.resolve("sessions").resolve(session + ".key"), "0a".repeat(64));

    assertThat(keysIn("sessions").open(session, keys.seal(session, MAP))).isEqualTo(MAP);
  }

  @Test
  void keysOfOpenSessionsGoOnWhenTheInstallationsAreChanged() throws Exception {
    keys.make(session);
    byte[] sealed = keys.seal(session, MAP);
    var ring = KeyRing.readOrMake(folder.resolve("ring/key"));
    ring.changeWrapping(null);
    ring.change(KeySet::withNewKeys);
    ring.change(KeySet::withoutOldKeys);

    assertThat(keysIn("sessions").open(session, sealed)).isEqualTo(MAP);
  }

  private SessionKeys keysIn(String name) {
    return new SessionKeys(folder.resolve(name), KeyRing.readOrMake(folder.resolve("ring/key")));
  }
}
