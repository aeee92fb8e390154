package org.sightline.store;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/// The key-encryption key among three custodians, of whom any two can bring it back (CR-07;
/// decision 21). Shamir's secret sharing over GF(256), by Bouncy Castle: one share alone goes with
/// every key there could be.
///
/// The other keys are not shared out: they lie in the `.wrapped` file, of which a copy is needed as
/// well, and which says nothing without this key.
public final class Escrow {

  public static final int CUSTODIANS = 3;
  private static final int NEEDED = 2;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Escrow() {}

  /// Three shares of the key an installation has now.
  ///
  /// @throws IllegalStateException with a sentence when it has none of its own in its key file
  public static List<EscrowShare> split(Path keyFile, LocalDate on) {
    try {
      long installation = installation(KeyRing.readOrMake(keyFile));
      var files = new KeyFiles(keyFile);
      byte[] secret = files.alone(() -> secret(KeyFiles.read(files.file())));
      long split = RANDOM.nextLong();
      byte[][] parts = parts(secret, RANDOM);
      return IntStream.range(0, CUSTODIANS)
          .mapToObj(i -> new EscrowShare(installation, split, i + 1, on, parts[i]))
          .toList();
    } catch (IOException unusable) {
      throw new IllegalStateException(
          "The key could not be split: %s.".formatted(unusable.getMessage()), unusable);
    }
  }

  /// Puts the key file back. Whose shares these are is not asked: two of three custodians are the
  /// authority, and without the key nobody's code can be checked.
  ///
  /// @throws IllegalStateException with a sentence when the shares do not fit, or something is
  ///     there already; nothing has been written then
  public static void recover(Path keyFile, EscrowShare one, EscrowShare other) {
    refuseUnlessTwo(one, other);
    Path wrapped = keyFile.resolveSibling(keyFile.getFileName() + ".wrapped");
    if (!Files.exists(wrapped)) {
      throw new IllegalStateException(
          "The file %s is missing: it holds the keys that this one opens. Put it back from its copy first, readable for its owner only."
              .formatted(wrapped));
    }
    try {
      KeyRing.register();
      var files = new KeyFiles(keyFile);
      files.alone(
          () -> {
            refuseOver(files);
            String key = keyFile(joined(one, other));
            unwrapped(files, key, one);
            files.replace(files.file(), key);
            return true;
          });
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(
          "The key could not be put back: %s.".formatted(unusable.getMessage()), unusable);
    }
  }

  /// Tries whether two shares would bring back the key, in memory only: whether it unwraps the
  /// other keys, and whether these open what is sealed in the database.
  ///
  /// @return the columns of which samples opened
  /// @throws IllegalStateException with a sentence when they would not
  public static List<String> drill(
      Path keyFile, DatabaseSettings database, EscrowShare one, EscrowShare other) {
    refuseUnlessTwo(one, other);
    if (installation(KeyRing.readOrMake(keyFile)) != one.installationNumber()) {
      throw new IllegalStateException(
          "These are shares of another installation, %s.".formatted(one.installation()));
    }
    try (var connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password())) {
      var files = new KeyFiles(keyFile);
      var keys = files.alone(() -> unwrapped(files, keyFile(joined(one, other)), one));
      var sample = SealedSample.of(connection, KeyRing.fixed(files, keys));
      if (sample.opened().isEmpty()) {
        throw new IllegalStateException(
            "The shares fit, but nothing sealed in the database was seen to open. Its user has to see every row: use a superuser, or one with BYPASSRLS.");
      }
      return sample.opened();
    } catch (IOException | GeneralSecurityException | SQLException failed) {
      throw new IllegalStateException(
          "The drill could not be held: %s.".formatted(failed.getMessage()), failed);
    }
  }

  static void refuseUnlessTwo(EscrowShare one, EscrowShare other) {
    if (one.installationNumber() != other.installationNumber()) {
      throw new IllegalStateException(
          "The two shares are of two installations, %s and %s."
              .formatted(one.installation(), other.installation()));
    }
    if (one.splitNumber() != other.splitNumber()) {
      throw new IllegalStateException(
          "The two shares are not of the same split: one is of %s, the other of %s. Only shares that were made together fit together."
              .formatted(one.on(), other.on()));
    }
    if (one.number() == other.number()) {
      throw new IllegalStateException(
          "Both are share %d. Two different ones are needed.".formatted(one.number()));
    }
  }

  /// The parts of a secret, of which any two give it.
  static byte[][] parts(byte[] secret, SecureRandom random) throws IOException {
    var shares =
        new ShamirSecretSplitter(
                ShamirSecretSplitter.Algorithm.AES,
                ShamirSecretSplitter.Mode.Native,
                secret.length,
                random)
            .resplit(secret, NEEDED, CUSTODIANS)
            .getSecretShares();
    byte[][] parts = new byte[CUSTODIANS][];
    for (int i = 0; i < CUSTODIANS; i++) {
      parts[i] = shares[i].getEncoded();
    }
    return parts;
  }

  static byte[] joined(EscrowShare one, EscrowShare other) throws IOException {
    return new ShamirSplitSecret(
            ShamirSecretSplitter.Algorithm.AES,
            ShamirSecretSplitter.Mode.Native,
            new ShamirSplitSecretShare[] {
              new ShamirSplitSecretShare(one.part(), one.number()),
              new ShamirSplitSecretShare(other.part(), other.number())
            })
        .getSecret();
  }

  private static void refuseOver(KeyFiles files) throws IOException {
    if (Files.exists(files.file())) {
      throw new IllegalStateException(
          KeyWrapping.opens(files, files.file())
              ? "The key file %s is there and works. Nothing was done.".formatted(files.file())
              : "There is a file %s already, and it does not open the keys beside it. A key is never written over: move that file away, and ask again."
                  .formatted(files.file()));
    }
    if (Files.exists(files.next()) && KeyWrapping.opens(files, files.next())) {
      throw new IllegalStateException(
          "The key is there, in %s, from a change of keys that was interrupted. Start Sightline, and it goes on."
              .formatted(files.next()));
    }
  }

  private static KeySet unwrapped(KeyFiles files, String key, EscrowShare of) throws IOException {
    try {
      var keys = KeySet.unwrapped(KeyFiles.read(files.wrapped()), KeyWrapping.aead(key));
      if (installation(KeyRing.fixed(files, keys)) == of.installationNumber()) {
        return keys;
      }
    } catch (GeneralSecurityException another) {
      // Said below: what does not open, and what opens and is another's, is the same to a
      // custodian.
    }
    throw new IllegalStateException(
        "What the two shares give does not open %s. They are of installation %s as it was on %s: either this is another one, or its keys were changed after that day and split anew."
            .formatted(files.wrapped(), of.installation(), of.on()));
  }

  private static long installation(KeyRing keys) {
    return ByteBuffer.wrap(keys.derive("installation")).getLong();
  }

  /// The number of the key and the key: all there is in a key file of ours.
  private static byte[] secret(String keyFile) throws GeneralSecurityException {
    if (!keyFile.startsWith("{")) {
      throw new IllegalStateException(
          "The key is in a key-management system, and only its address in the key file: who brings it back is that system's matter.");
    }
    var handle = KeySet.fromClear(keyFile.strip());
    if (handle.size() != 1
        || !(handle.getPrimary().getKey() instanceof AesGcmKey key)
        || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)
        || key.getIdRequirementOrNull() == null) {
      throw new GeneralSecurityException("the key file holds no key of ours");
    }
    return ByteBuffer.allocate(EscrowShare.PART)
        .putInt(key.getIdRequirementOrNull())
        .put(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()))
        .array();
  }

  private static String keyFile(byte[] secret) throws GeneralSecurityException {
    var key =
        AesGcmKey.builder()
            .setParameters(PredefinedAeadParameters.AES256_GCM)
            .setIdRequirement(ByteBuffer.wrap(secret).getInt())
            .setKeyBytes(
                SecretBytes.copyFrom(
                    Arrays.copyOfRange(secret, 4, secret.length), InsecureSecretKeyAccess.get()))
            .build();
    return KeySet.inClear(
            KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).makePrimary()).build())
        + "\n";
  }
}
