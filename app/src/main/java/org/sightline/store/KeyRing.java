package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// The installation's keys: one that seals, one from which others are derived by name (CR-01,
/// CR-03). They live in one file of mode 0600, never in the database.
public final class KeyRing {

  private final Aead aead;
  private final PrfSet prf;

  private KeyRing(Aead aead, PrfSet prf) {
    this.aead = aead;
    this.prf = prf;
  }

  /// Reads the key file, or makes it when it is not there yet.
  ///
  /// @throws IllegalStateException with a sentence when the file cannot be read or written
  public static KeyRing readOrMake(Path file) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      if (!Files.exists(file)) {
        make(file);
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != 2) {
        throw new IOException("it does not hold two keys");
      }
      return new KeyRing(
          handle(lines.get(0)).getPrimitive(RegistryConfiguration.get(), Aead.class),
          handle(lines.get(1)).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(
          "The key file %s cannot be used: %s. Without the right key file nothing sealed can be read."
              .formatted(file, unusable.getMessage()),
          unusable);
    }
  }

  Aead aead() {
    return aead;
  }

  /// 32 bytes that belong to this purpose alone.
  byte[] derive(String purpose) {
    try {
      return prf.computePrimary(purpose.getBytes(StandardCharsets.UTF_8), 32);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The password of a database role: every copy of the application with this key file knows it.
  String rolePassword(String role) {
    return HexFormat.of().formatHex(derive("database-role:" + role));
  }

  private static KeysetHandle handle(String line) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(line, InsecureSecretKeyAccess.get());
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    var sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var deriving =
        KeysetHandle.generateNew(
            HkdfPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HkdfPrfParameters.HashType.SHA256)
                .build());
    String text = serialized(sealing) + "\n" + serialized(deriving) + "\n";
    // Whole or not at all, and never in the place of one that has come in the meantime.
    Path unfinished = file.resolveSibling(UUID.randomUUID() + ".new");
    try {
      createPrivate(unfinished);
      Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException made) {
      return;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Creates an empty file only its owner may read, where the file system knows such a thing.
  static void createPrivate(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.write(file, new byte[0], StandardOpenOption.CREATE_NEW);
    }
  }

  private static String serialized(KeysetHandle handle) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
        .replaceAll("\\s*\\n\\s*", "");
  }
}
