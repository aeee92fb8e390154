package org.sightline.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals and opens what must not be readable in the database, its log or its backup (CR-01, CR-02).
///
/// AES-256-GCM by Google Tink. Table, column and row are the associated data: a sealed value copied
/// to another row does not open.
public final class Sealing {

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
      return keys.aead().encrypt(content, place(column, row));
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
      return keys.aead().decrypt(sealed, place(column, row));
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException(
          "A sealed value in %s.%s does not open".formatted(column.table(), column.column()),
          altered);
    }
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

  private static byte[] place(SealedColumn column, UUID row) {
    return (column.table() + '\0' + column.column() + '\0' + row).getBytes(StandardCharsets.UTF_8);
  }
}
