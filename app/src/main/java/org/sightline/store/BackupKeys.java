package org.sightline.store;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/// The pair of keys of an installation's backups: whoever has the public part can write a backup
/// and not read one; the private part lies in a safe, and on no machine that runs Sightline
/// (SC-10).
///
/// HPKE with X25519, HKDF-SHA-256 and AES-256-GCM (RFC 9180), by Google Tink.
public final class BackupKeys {

  public static final String PUBLIC = "backup-public.key";
  public static final String PRIVATE = "backup-private.key";

  private BackupKeys() {}

  /// Makes both parts in this directory. Only its owner may read the private one.
  ///
  /// @throws IllegalStateException with a sentence when one is there already, or it cannot be
  ///     written
  public static void make(Path directory) {
    Path secret = directory.resolve(PRIVATE);
    Path open = directory.resolve(PUBLIC);
    try {
      HybridConfig.register();
      Files.createDirectories(directory);
      if (Files.exists(secret) || Files.exists(open)) {
        throw new FileAlreadyExistsException(secret.toString());
      }
      var pair = KeysetHandle.generateNew(parameters());
      KeyRing.createPrivate(secret);
      write(
          secret,
          TinkJsonProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get()),
          StandardOpenOption.WRITE);
      write(
          open,
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle()),
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new IllegalStateException(
          "There is a key for backups in %s already, and backups that only it can read. Make the new one in another directory."
              .formatted(directory),
          there);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(
          "The keys cannot be written to %s (%s).".formatted(directory, failed.getMessage()),
          failed);
    }
  }

  /// @throws IllegalStateException with a sentence when this is no public key of ours
  static HybridEncrypt forWriting(Path publicKey) {
    try {
      HybridConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(publicKey))
          .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
      throw new IllegalStateException(
          "%s is not the public key of a pair that bin/sightline backup --make-key made."
              .formatted(publicKey),
          unusable);
    }
  }

  /// @throws IllegalStateException with a sentence when this is no private key of ours
  static HybridDecrypt forReading(Path privateKey) {
    try {
      HybridConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(privateKey), InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
      // What Tink says of a key file may quote it.
      throw new IllegalStateException(
          "%s is not the private key of a pair that bin/sightline backup --make-key made."
              .formatted(privateKey));
    }
  }

  private static HpkeParameters parameters() throws GeneralSecurityException {
    return HpkeParameters.builder()
        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
        .setVariant(HpkeParameters.Variant.TINK)
        .build();
  }

  private static void write(Path file, String text, StandardOpenOption how) throws IOException {
    Files.writeString(file, text + "\n", how, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }
}
