package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

  private static final SealedColumn NAME = new SealedColumn("access.user_account", "name");
  private static final SealedColumn USERNAME = new SealedColumn("access.user_account", "username");
  private static final SealedColumn NOTE = new SealedColumn("engagement.note", "name");
  private static final UUID ROW = UUID.fromString("0b4c6a2e-6c55-4bb7-9f4b-3f0f2c1f7d11");

  @TempDir private Path folder;
  private Sealing sealing;

  @BeforeEach
  void keys() {
    sealing = new Sealing(KeyRing.readOrMake(folder.resolve("one.key")));
  }

  @Test
  void aValueMovedToAnotherRowDoesNotOpen() {
    byte[] sealed = sealing.seal(NAME, ROW, "Planted Name");

    assertThatThrownBy(() -> sealing.open(NAME, UUID.randomUUID(), sealed))
        .hasMessageContaining("does not open");
  }

  @Test
  void aValueMovedToAnotherColumnOrTableDoesNotOpen() {
    byte[] sealed = sealing.seal(NAME, ROW, "Planted Name");

    assertThatThrownBy(() -> sealing.open(USERNAME, ROW, sealed)).isNotNull();
    assertThatThrownBy(() -> sealing.open(NOTE, ROW, sealed)).isNotNull();
  }

  @Test
  void aValueUnderAnotherKeyDoesNotOpen() {
    var other = new Sealing(KeyRing.readOrMake(folder.resolve("other.key")));

    assertThatThrownBy(() -> other.open(NAME, ROW, sealing.seal(NAME, ROW, "Planted Name")))
        .hasMessageContaining("does not open");
  }

  @Test
  void everyAlteredByteIsNoticed() {
    byte[] sealed = sealing.seal(NAME, ROW, "Planted Name");

    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> sealing.open(NAME, ROW, altered)).as("byte " + i).isNotNull();
    }
  }

  @Test
  void theErrorNamesTheColumnAndNotTheValue() {
    assertThatThrownBy(
            () -> sealing.open(NAME, ROW, "Planted Name".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("A sealed value in access.user_account.name does not open");
  }

  @Test
  void aTextComesBackAsItWas() {
    for (String text : new String[] {"", "O'Neill", "Zoë 李\n\u202e", "x".repeat(100_000)}) {
      assertThat(sealing.open(NAME, ROW, sealing.seal(NAME, ROW, text))).isEqualTo(text);
    }
  }

  @Test
  void theSameTextIsSealedDifferentlyEveryTime() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(new String(sealing.seal(NAME, ROW, "Planted"), StandardCharsets.ISO_8859_1));
    }

    assertThat(seen).hasSize(1_000);
  }

  /// CR-01. Eight of a nonce's twelve bytes are compared: all different, so are the nonces.
  @Test
  void amongAMillionNoncesNoneIsUsedTwice() {
    long[] nonces = new long[1_000_000];
    for (int i = 0; i < nonces.length; i++) {
      byte[] sealed = sealing.seal(NAME, ROW, "");
      nonces[i] = java.nio.ByteBuffer.wrap(sealed, 6, 8).getLong();
    }

    assertThat(java.util.Arrays.stream(nonces).distinct().count()).isEqualTo(nonces.length);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(sealing.sealIfAny(NAME, ROW, null)).isNull();
    assertThat(sealing.sealIfAny(NAME, ROW, "  ")).isNull();
    assertThat(sealing.openIfAny(NAME, ROW, null)).isNull();
  }

  @Test
  void anIndexKnowsTheSameNameHoweverItIsWritten() {
    assertThat(sealing.blindIndex(NAME, " ZOË "))
        .isEqualTo(sealing.blindIndex(NAME, "zoë"))
        .isEqualTo(sealing.blindIndex(NAME, "Zoe\u0308"))
        .isNotEqualTo(sealing.blindIndex(NAME, "zoe"));
  }

  @Test
  void anIndexSaysNothingElsewhere() {
    var other = new Sealing(KeyRing.readOrMake(folder.resolve("other.key")));

    assertThat(sealing.blindIndex(NAME, "planted"))
        .hasSize(32)
        .isNotEqualTo(sealing.blindIndex(USERNAME, "planted"))
        .isNotEqualTo(other.blindIndex(NAME, "planted"));
  }

  @Test
  void theSameKeyFileOpensLater() {
    byte[] sealed = sealing.seal(NAME, ROW, "Planted Name");

    var later = new Sealing(KeyRing.readOrMake(folder.resolve("one.key")));

    assertThat(later.open(NAME, ROW, sealed)).isEqualTo("Planted Name");
  }

  @Test
  void aKeyFileIsForItsOwnerOnly() throws Exception {
    var file = folder.resolve("one.key");

    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }
  }

  @Test
  void aDamagedKeyFileIsRefusedWithASentenceAndNeverReplaced() throws Exception {
    var file = folder.resolve("damaged.key");
    Files.writeString(file, "not a key\n");

    assertThatThrownBy(() -> KeyRing.readOrMake(file)).hasMessageContaining("cannot be used");
    assertThat(file).hasContent("not a key\n");
  }

  @Test
  void aColumnHasAProperName() {
    assertThatThrownBy(() -> new SealedColumn("name", "name"))
        .hasMessage("Not a column: name.name");
    assertThatThrownBy(() -> new SealedColumn("a.b", "x; drop")).isNotNull();
  }
}
