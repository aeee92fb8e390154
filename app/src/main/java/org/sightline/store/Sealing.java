package org.sightline.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals and opens what must not be readable in the database, its log or its backup (CR-01, CR-02).
///
/// AES-256-GCM by Google Tink. Table, column, row and the key's number are the associated data: a
/// sealed value copied to another row does not open. A value begins with a byte that says how it is
/// sealed, then Tink's own one and the number of the key. Values of before there was more than one
/// key begin with Tink's byte; they open until keys are rotated.
public final class Sealing {

  /// AES-256-GCM with a shared key, whose number is bound in too.
  static final byte FORM = 2;

  private static final int PREFIX = 6;

  private final KeyRing keys;
  private final byte[] indexKey;
  private final byte[] personIndexKey;

  public Sealing(KeyRing keys) {
    this.keys = keys;
    this.indexKey = keys.derive("blind-index");
    this.personIndexKey = keys.derive("blind-index-of-person");
  }

  /// The text sealed for this column of this row.
  public byte[] seal(SealedColumn column, UUID row, String text) {
    return sealBytes(column, row, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Like [#seal], but what is absent stays absent.
  public byte @Nullable [] sealIfAny(SealedColumn column, UUID row, @Nullable String text) {
    return text == null || text.isBlank() ? null : seal(column, row, text.strip());
  }

  public byte[] sealBytes(SealedColumn column, UUID row, byte[] content) {
    try {
      var now = keys.current();
      byte[] sealed =
          now.aead().encrypt(content, bytes(place(column, row) + '\0' + now.keys().primary()));
      return ByteBuffer.allocate(1 + sealed.length).put(FORM).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @throws IllegalStateException when the value was sealed elsewhere, under another key, or
  ///     altered
  public String open(SealedColumn column, UUID row, byte[] sealed) {
    return new String(openBytes(column, row, sealed), StandardCharsets.UTF_8);
  }

  public @Nullable String openIfAny(SealedColumn column, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : open(column, row, sealed);
  }

  public byte[] openBytes(SealedColumn column, UUID row, byte[] sealed) {
    try {
      return opened(column, row, sealed);
    } catch (GeneralSecurityException unknown) {
      return openedWithNewerKeys(column, row, sealed);
    }
  }

  /// Once more, in case another process has just changed the keys.
  private byte[] openedWithNewerKeys(SealedColumn column, UUID row, byte[] sealed) {
    try {
      keys.look();
      return opened(column, row, sealed);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException(
          "A sealed value in %s.%s does not open".formatted(column.table(), column.column()),
          altered);
    }
  }

  private byte[] opened(SealedColumn column, UUID row, byte[] sealed)
      throws GeneralSecurityException {
    if (sealed.length < PREFIX || sealed[0] != FORM) {
      return keys.current().aead().decrypt(sealed, bytes(place(column, row)));
    }
    int key = ByteBuffer.wrap(sealed, 2, 4).getInt();
    return keys.current()
        .aead()
        .decrypt(
            Arrays.copyOfRange(sealed, 1, sealed.length), bytes(place(column, row) + '\0' + key));
  }

  /// What every value sealed from now on begins with.
  static byte[] prefix(KeySet keys) {
    return ByteBuffer.allocate(PREFIX).put(FORM).put((byte) 1).putInt(keys.primary()).array();
  }

  /// A keyed index for exact look-up: the same text, however cased or composed, gives the same 32
  /// bytes here and different ones in every other installation and column (CR-03).
  public byte[] blindIndex(SealedColumn column, String text) {
    String folded =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return index(indexKey, column, folded);
  }

  /// The index of a surname together with a date of birth: the one look-up of people that needs no
  /// reading (CR-03). However the surname is cased, composed, spaced, hyphenated or apostrophised,
  /// it gives the same 32 bytes; accents count. A surname alone has no index, so that nobody can
  /// count how many share one.
  ///
  /// @param column the column that holds the index
  public byte[] blindIndexOfPerson(SealedColumn column, String surname, LocalDate birth) {
    return index(personIndexKey, column, FoldedName.of(surname) + '\0' + birth);
  }

  private static byte[] index(byte[] key, SealedColumn column, String folded) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((column.table() + '\0' + column.column() + '\0').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(folded.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String place(SealedColumn column, UUID row) {
    return column.table() + '\0' + column.column() + '\0' + row;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
