package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CR-06: what was sealed under a record's key is noise once the key is shredded.
class RecordKeysTest {

  private static final SealedColumn NAME = new SealedColumn("people.person", "name");
  private static final SealedColumn ALIAS = new SealedColumn("people.person", "alias");
  private static final UUID ROW = UUID.randomUUID();
  private static final UUID RECORD = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  @TempDir private Path folder;
  private Path file;
  private KeyRing ring;
  private RecordKeys keys;

  @BeforeEach
  void keys() {
    file = folder.resolve("one.key");
    ring = KeyRing.readOrMake(file);
    keys = new RecordKeys(ring);
    keys.make(RECORD);
  }

  @Test
  void aShreddedRecordDoesNotOpenAndTheOthersDo() {
    byte[] sealed = keys.seal(RECORD, NAME, ROW, "Planted Name");
    byte[] others = keys.seal(OTHER, NAME, ROW, "Another Name");

    keys.shred(RECORD);

    assertThatThrownBy(() -> keys.open(RECORD, NAME, ROW, sealed))
        .isInstanceOf(RecordKeys.Shredded.class);
    assertThatThrownBy(() -> keys.seal(RECORD, NAME, ROW, "Again"))
        .isInstanceOf(RecordKeys.Shredded.class);
    assertThatThrownBy(() -> keys.make(RECORD)).isInstanceOf(RecordKeys.Shredded.class);
    assertThat(keys.isShredded(RECORD)).isTrue();
    assertThat(keys.open(OTHER, NAME, ROW, others)).isEqualTo("Another Name");
  }

  @Test
  void aValueFromABackupDoesNotOpenWithTheKeysThatAreLeft() {
    byte[] fromBackup = keys.seal(RECORD, NAME, ROW, "Planted Name");
    keys.shred(RECORD);

    var later = new RecordKeys(KeyRing.readOrMake(file));

    assertThatThrownBy(() -> later.open(RECORD, NAME, ROW, fromBackup))
        .isInstanceOf(RecordKeys.Shredded.class);
  }

  @Test
  void aShreddedRecordStaysShreddedWhenKeysAreRotated() {
    byte[] sealed = keys.seal(RECORD, NAME, ROW, "Planted Name");
    byte[] others = keys.seal(OTHER, NAME, ROW, "Another Name");
    keys.shred(RECORD);

    ring.change(KeySet::withNewKeys);

    assertThat(keys.isShredded(RECORD)).isTrue();
    assertThatThrownBy(() -> keys.open(RECORD, NAME, ROW, sealed)).isNotNull();
    assertThat(keys.open(OTHER, NAME, ROW, others)).isEqualTo("Another Name");
    ring.change(KeySet::withoutOldKeys);
    assertThat(keys.isShredded(RECORD)).isTrue();
    assertThatThrownBy(() -> keys.open(OTHER, NAME, ROW, others))
        .hasMessageContaining("rotated away");
  }

  @Test
  void whatAnotherProcessShredsIsGoneHereToo() throws Exception {
    byte[] sealed = keys.seal(RECORD, NAME, ROW, "Planted Name");
    assertThat(keys.open(RECORD, NAME, ROW, sealed)).isEqualTo("Planted Name");

    new RecordKeys(KeyRing.readOrMake(file)).shred(RECORD);
    TimeUnit.MILLISECONDS.sleep(600);

    assertThatThrownBy(() -> keys.open(RECORD, NAME, ROW, sealed))
        .isInstanceOf(RecordKeys.Shredded.class);
  }

  @Test
  void aValueOpensForItsOwnRecordColumnAndRowOnly() {
    byte[] sealed = keys.seal(RECORD, NAME, ROW, "Planted Name");

    assertThatThrownBy(() -> keys.open(OTHER, NAME, ROW, sealed)).isNotNull();
    assertThatThrownBy(() -> keys.open(RECORD, ALIAS, ROW, sealed)).isNotNull();
    assertThatThrownBy(() -> keys.open(RECORD, NAME, OTHER, sealed)).isNotNull();
  }

  @Test
  void everyAlteredByteIsNoticed() {
    byte[] sealed = keys.seal(RECORD, NAME, ROW, "Planted");

    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> keys.open(RECORD, NAME, ROW, altered)).as("byte " + i).isNotNull();
    }
  }

  @Test
  void nothingOfAShreddedKeyIsLeftBesideTheKeys() throws Exception {
    keys.shred(RECORD);
    keys.shred(RECORD);

    try (var left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("one.key", "one.key.wrapped", "one.key.lock");
    }
  }

  @Test
  void aTreeThatIsSpelledOutIsReadToo() {
    var tree = RecordTree.parse("7=0:0:" + "00".repeat(32));

    assertThat(tree.leaf(OTHER))
        .hasValue(RecordTree.grown(7, new byte[32]).leaf(OTHER).orElseThrow());
  }

  @Test
  void aThousandShreddedRecordsLeaveEveryOtherReadable() {
    var tree = RecordTree.grown(1, new byte[32]);
    var gone = IntStream.range(0, 1_000).mapToObj(i -> UUID.randomUUID()).toList();
    byte[] kept = tree.leaf(OTHER).orElseThrow();

    var less = tree.without(gone.stream().map(RecordTree::place).toList());

    assertThat(gone)
        .noneMatch(each -> RecordTree.parse(tree.without(each).printed()).leaf(each).isPresent());
    assertThat(gone.stream().map(less::leaf)).allMatch(java.util.Optional::isEmpty);
    assertThat(RecordTree.parse(less.printed()).leaf(OTHER)).hasValue(kept);
    assertThat(less.nodes()).hasSizeLessThan(64 * 1_000);
  }
}
