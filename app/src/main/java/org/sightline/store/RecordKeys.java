package org.sightline.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A key of its own for every record that may have to be erased (CR-06). Shredding a record's key
/// makes noise of whatever was sealed under it: in the database, in its log, and in every backup of
/// it, taken before or after.
///
/// No key lies in the database or in its backups: all follow from a tree kept with the other
/// wrapped keys ([RecordTree]), from which a shredded one is cut out for good. The tree does not
/// change when records are made, so that a copy of the key files is good until keys are shredded or
/// rotated.
public final class RecordKeys {

  /// AES-256-GCM with a record's own key.
  static final byte FORM = 3;

  private static final int HEADER = 1 + 4 + 16;
  private static final int REMEMBERED = 10_000;

  private final KeyRing keys;
  private volatile Ciphers known;

  /// The ciphers made from these keys, and from no others.
  private record Ciphers(KeySet of, Map<Leaf, AesGcmJce> made) {}

  private record Leaf(int tree, UUID record) {}

  public RecordKeys(KeyRing keys) {
    this.keys = keys;
    this.known = new Ciphers(keys.current().keys(), new ConcurrentHashMap<>());
  }

  /// The record's key is gone, and with it what was sealed under it.
  public static final class Shredded extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private Shredded() {
      super("The key of this record has been destroyed");
    }
  }

  /// Begins a record. Doing it twice is harmless.
  ///
  /// @throws Shredded when the record was erased: its number is not used again
  public void make(UUID record) {
    if (isShredded(record)) {
      throw new Shredded();
    }
  }

  public boolean isShredded(UUID record) {
    return !now().tree().holds(record);
  }

  /// The text sealed for this column of this row, under the record's own key.
  ///
  /// @throws Shredded when that has been destroyed
  public byte[] seal(UUID record, SealedColumn column, UUID row, String text) {
    return sealBytes(record, column, row, text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] sealBytes(UUID record, SealedColumn column, UUID row, byte[] content) {
    var tree = now().tree();
    try {
      byte[] sealed =
          cipher(tree, record).encrypt(content, place(record, column, row, tree.version()));
      return ByteBuffer.allocate(HEADER + sealed.length)
          .put(FORM)
          .putInt(tree.version())
          .putLong(record.getMostSignificantBits())
          .putLong(record.getLeastSignificantBits())
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @throws Shredded when the record's key has been destroyed
  /// @throws IllegalStateException when the value was sealed elsewhere or for another record, or
  ///     altered
  public String open(UUID record, SealedColumn column, UUID row, byte[] sealed) {
    return new String(openBytes(record, column, row, sealed), StandardCharsets.UTF_8);
  }

  public byte[] openBytes(UUID record, SealedColumn column, UUID row, byte[] sealed) {
    if (!isSealedSo(sealed) || !recordOf(sealed).equals(record)) {
      throw altered(column, null);
    }
    make(record);
    int version = versionOf(sealed);
    byte[] content = new byte[sealed.length - HEADER];
    ByteBuffer.wrap(sealed, HEADER, content.length).get(content);
    try {
      return cipher(tree(version), record).decrypt(content, place(record, column, row, version));
    } catch (GeneralSecurityException changed) {
      throw altered(column, changed);
    }
  }

  /// Destroys the record's key, for every process and on the disk, before this returns. It cannot
  /// be undone. Doing it twice is harmless.
  public void shred(UUID record) {
    keys.change(before -> before.without(RecordTree.place(record)));
    now();
  }

  /// The same once the transaction in progress is kept: what could not be written down is not done,
  /// and a key that is gone does not come back with the rows. At once where there is none.
  public void shredOnceKept(UUID record) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      shred(record);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            shred(record);
          }
        });
  }

  static boolean isSealedSo(byte[] sealed) {
    return sealed.length > HEADER && sealed[0] == FORM;
  }

  static UUID recordOf(byte[] sealed) {
    var header = ByteBuffer.wrap(sealed, 5, 16);
    return new UUID(header.getLong(), header.getLong());
  }

  static int versionOf(byte[] sealed) {
    return ByteBuffer.wrap(sealed, 1, 4).getInt();
  }

  /// What every value sealed from now on begins with.
  static byte[] prefix(KeySet keys) {
    return ByteBuffer.allocate(5).put(FORM).putInt(keys.tree().version()).array();
  }

  private RecordTree tree(int version) {
    var found = with(now(), version);
    if (found == null) {
      keys.look();
      found = with(now(), version);
    }
    if (found == null) {
      throw new IllegalStateException("A value is sealed under keys that have been rotated away");
    }
    return found;
  }

  private static @Nullable RecordTree with(KeySet keys, int version) {
    for (var tree : keys.trees()) {
      if (tree.version() == version) {
        return tree;
      }
    }
    return null;
  }

  private KeySet now() {
    var now = keys.current().keys();
    if (known.of() != now) {
      known = new Ciphers(now, new ConcurrentHashMap<>());
    }
    return now;
  }

  private AesGcmJce cipher(RecordTree tree, UUID record) throws GeneralSecurityException {
    var made = known.made();
    var leaf = new Leaf(tree.version(), record);
    var cipher = made.get(leaf);
    if (cipher == null) {
      cipher = new AesGcmJce(tree.leaf(record).orElseThrow(Shredded::new));
      if (made.size() >= REMEMBERED) {
        made.clear();
      }
      made.put(leaf, cipher);
    }
    return cipher;
  }

  private static byte[] place(UUID record, SealedColumn column, UUID row, int version) {
    return (Sealing.place(column, row) + '\0' + record + '\0' + version)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalStateException altered(SealedColumn column, @Nullable Exception why) {
    return new IllegalStateException(
        "A sealed value in %s.%s does not open".formatted(column.table(), column.column()), why);
  }
}
