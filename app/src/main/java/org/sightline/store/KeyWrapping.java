package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The key-encryption key: a key of our own in the key file, or the address of one in a
/// key-management system (CR-01). It wraps all other keys and nothing else.
///
/// A new one is first written beside the old one; then the wrapped keys are written anew under it;
/// then it takes the old one's place. Whoever is interrupted in between, the next one goes on.
/// Everything here runs while nobody else changes the files ([KeyFiles#alone]).
final class KeyWrapping {

  /// What brings a lost key file back.
  static final String RECOVER = "bin/sightline escrow recover";

  private KeyWrapping() {}

  /// Makes the keys of a new installation, or finishes what was interrupted.
  static void prepare(KeyFiles files, @Nullable String keyUri)
      throws IOException, GeneralSecurityException {
    if (Files.exists(files.file())) {
      String text = KeyFiles.read(files.file());
      if (text.lines().count() == 2) {
        bringUp(files, text, keyUri);
      } else if (keyUri != null && !text.strip().equals(keyUri)) {
        throw new IOException(
            "it holds another key than the one at "
                + keyUri
                + ". To move to that one: rotate-keys");
      }
    } else if (!Files.exists(files.wrapped())) {
      wrapAnew(files, KeySet.made(), made(keyUri));
    } else if (!Files.exists(files.next())) {
      throw new IOException(
          "it is missing, but the keys it wrapped are there. Put it back from its safe place, or have two custodians bring it back: "
              + RECOVER);
    }
    finish(files);
  }

  /// The keys as they are now.
  static KeySet read(KeyFiles files) throws IOException, GeneralSecurityException {
    if (!Files.exists(files.wrapped())) {
      throw new IOException(
          "the keys it wraps are missing. Put the file %s back".formatted(files.wrapped()));
    }
    String text = KeyFiles.read(files.wrapped());
    GeneralSecurityException last = new GeneralSecurityException("there is no key");
    for (Path each : Stream.of(files.file(), files.next()).filter(Files::exists).toList()) {
      try {
        return KeySet.unwrapped(text, aead(KeyFiles.read(each)));
      } catch (GeneralSecurityException another) {
        last = another;
      }
    }
    throw last;
  }

  static void write(KeyFiles files, KeySet keys) throws IOException, GeneralSecurityException {
    finish(files);
    files.replace(files.wrapped(), keys.wrapped(aead(KeyFiles.read(files.file()))));
  }

  /// Wraps everything with a new key-encryption key.
  ///
  /// @param keyUri where that is; `null` for as before
  static void renew(KeyFiles files, @Nullable String keyUri)
      throws IOException, GeneralSecurityException {
    finish(files);
    var keys = read(files);
    String before = KeyFiles.read(files.file()).strip();
    String uri = keyUri == null && !before.startsWith("{") ? before : keyUri;
    wrapAnew(files, keys, made(uri));
    finish(files);
  }

  /// A key file of before there was a key-encryption key holds the two keys themselves.
  private static void bringUp(KeyFiles files, String text, @Nullable String keyUri)
      throws IOException, GeneralSecurityException {
    List<String> lines = text.lines().toList();
    var keys = KeySet.made(KeySet.fromClear(lines.get(0)), KeySet.fromClear(lines.get(1)));
    wrapAnew(files, keys, made(keyUri));
  }

  /// Writes nothing before it is known that the key does wrap.
  private static void wrapAnew(KeyFiles files, KeySet keys, String key)
      throws IOException, GeneralSecurityException {
    String wrapped = keys.wrapped(aead(key));
    files.replace(files.next(), key);
    files.replace(files.wrapped(), wrapped);
  }

  /// The next key takes its place if the keys are wrapped by it already, and goes if not.
  private static void finish(KeyFiles files) throws IOException, GeneralSecurityException {
    if (!Files.exists(files.next())) {
      return;
    }
    if (opens(files, files.next())) {
      files.replace(files.file(), files.next());
    } else {
      read(files);
      files.destroy(files.next());
    }
  }

  /// Whether the keys as they are now are wrapped by this one.
  static boolean opens(KeyFiles files, Path key) throws IOException {
    try {
      KeySet.unwrapped(KeyFiles.read(files.wrapped()), aead(KeyFiles.read(key)));
      return true;
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  private static String made(@Nullable String keyUri) throws GeneralSecurityException {
    return keyUri == null
        ? KeySet.inClear(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)) + "\n"
        : keyUri + "\n";
  }

  static Aead aead(String keyFile) throws GeneralSecurityException, IOException {
    String key = keyFile.strip();
    if (!key.startsWith("{")) {
      return KeyManagement.aead(key);
    }
    return KeySet.fromClear(key).getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
