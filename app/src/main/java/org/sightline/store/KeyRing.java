package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The installation's keys (CR-01, CR-03): those that seal, those of single records, and one from
/// which others are derived by name. They lie in a file beside the key file, wrapped by the
/// key-encryption key that is in the key file, or in a key-management system it names; never in the
/// database and in none of its backups.
///
/// Another process may change them meanwhile, to rotate or to shred: what is here follows within
/// half a second.
public final class KeyRing {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private static final long LOOK_EVERY_NANOS = 500_000_000;

  private final KeyFiles files;
  private final boolean fixed;
  private volatile Held held;
  private volatile long lookedAt = System.nanoTime();

  /// @param stamp of the file they were read from
  record Held(KeySet keys, Aead aead, PrfSet prf, String stamp) {}

  private KeyRing(KeyFiles files, boolean fixed, Held held) {
    this.files = files;
    this.fixed = fixed;
    this.held = held;
  }

  /// Reads the key file, or makes it when it is not there yet.
  ///
  /// @throws IllegalStateException with a sentence when the file cannot be read or written
  public static KeyRing readOrMake(Path file) {
    return readOrMake(file, null);
  }

  /// Makes known to the library how our keys are written; to be called before it reads or writes
  /// one.
  static void register() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
  }

  /// Like the other, but a new installation's key-encryption key is in a key-management system.
  ///
  /// @param keyUri where it is there; `null` for a key of our own in the file
  public static KeyRing readOrMake(Path file, @Nullable String keyUri) {
    try {
      register();
      var files = new KeyFiles(file);
      return files.alone(
          () -> {
            KeyWrapping.prepare(files, keyUri);
            return new KeyRing(files, false, read(files));
          });
    } catch (IOException | GeneralSecurityException unusable) {
      throw unusable(file, unusable);
    }
  }

  /// These keys and no others, whatever the files hold: to try keys before they are believed.
  static KeyRing fixed(KeyFiles files, KeySet keys) throws GeneralSecurityException {
    return new KeyRing(files, true, new Held(keys, keys.aead(), keys.prf(), ""));
  }

  /// Copies an installation's key files to another place, as they are now.
  ///
  /// @throws IllegalStateException with a sentence when they cannot be read, or are there already
  public static void copy(Path file, Path to) {
    if (!Files.exists(file)) {
      throw unusable(file, new NoSuchFileException("it is not there"));
    }
    readOrMake(file);
    try {
      var from = new KeyFiles(file);
      var into = new KeyFiles(to);
      if (Files.exists(into.file()) || Files.exists(into.wrapped())) {
        throw new IOException("there are keys in " + to);
      }
      from.alone(
          () -> {
            into.replace(into.wrapped(), KeyFiles.read(from.wrapped()));
            into.replace(into.file(), KeyFiles.read(from.file()));
            return true;
          });
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  /// Refuses an address at which no key-management system of ours can be, before anything is begun.
  ///
  /// @throws IllegalStateException with a sentence
  public static void refuseUnknown(String keyUri) {
    try {
      register();
      KeyManagement.aead(keyUri);
    } catch (GeneralSecurityException unknown) {
      throw new IllegalStateException(
          "--key-uri %s cannot be used: %s."
              .formatted(keyUri.replaceFirst("[?].*", ""), unknown.getMessage()),
          unknown);
    }
  }

  /// Refuses a key that would be copied together with what it seals, be it by way of a link.
  ///
  /// @throws IllegalStateException with a sentence
  public static void refuseInside(Path key, Path directory) {
    KeyFiles.refuseInside(key, directory);
  }

  KeySet keys() {
    return current().keys();
  }

  /// Looks now whether another process has changed the keys.
  ///
  /// @return whether they are others than before
  boolean look() {
    if (fixed) {
      return false;
    }
    var before = held;
    String stamp = stampOr(before.stamp());
    try {
      if (!stamp.equals(before.stamp())) {
        files.alone(() -> held = read(files));
      }
      lookedAt = System.nanoTime();
      return held.keys() != before.keys();
    } catch (IOException unreadable) {
      throw unusable(files.file(), unreadable);
    }
  }

  /// Keys are never changed by taking their file away: while it is out of reach, as on a network's
  /// file system, the ones that are known are the right ones.
  private String stampOr(String known) {
    try {
      return stamp(files);
    } catch (IOException outOfReach) {
      LOG.warn("The key files are out of reach; going on with the keys that are known");
      return known;
    }
  }

  interface Change {
    KeySet from(KeySet before) throws GeneralSecurityException;
  }

  /// Changes the keys for every process, on the disk before this returns.
  void change(Change change) {
    try {
      files.alone(
          () -> {
            var changed = change.from(KeyWrapping.read(files));
            KeyWrapping.write(files, changed);
            held = new Held(changed, changed.aead(), changed.prf(), stamp(files));
            return held;
          });
    } catch (IOException unwritable) {
      throw unusable(files.file(), unwritable);
    }
  }

  /// Wraps all keys with a new key-encryption key and destroys the old one.
  ///
  /// @param keyUri where it is to be from now on; `null` for as before
  public void changeWrapping(@Nullable String keyUri) {
    try {
      files.alone(
          () -> {
            KeyWrapping.renew(files, keyUri);
            held = read(files);
            return held;
          });
    } catch (IOException unwritable) {
      throw unusable(files.file(), unwritable);
    }
  }

  /// 32 bytes that belong to this purpose alone. They stay the same when keys are rotated.
  byte[] derive(String purpose) {
    try {
      return held.prf().computePrimary(purpose.getBytes(StandardCharsets.UTF_8), 32);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The password of a database role: every copy of the application with this key file knows it.
  String rolePassword(String role) {
    return HexFormat.of().formatHex(derive("database-role:" + role));
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

  /// The keys as they are now, all of one moment.
  Held current() {
    if (!fixed && System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
      look();
    }
    return held;
  }

  private static Held read(KeyFiles files) throws IOException, GeneralSecurityException {
    var keys = KeyWrapping.read(files);
    String stamp = stamp(files);
    return new Held(keys, keys.aead(), keys.prf(), stamp);
  }

  private static String stamp(KeyFiles files) throws IOException {
    var of = Files.readAttributes(files.wrapped(), BasicFileAttributes.class);
    return List.of(of.lastModifiedTime(), of.size(), String.valueOf(of.fileKey())).toString();
  }

  private static IllegalStateException unusable(Path file, Exception why) {
    return new IllegalStateException(
        "The key file %s cannot be used: %s. Without the right key file nothing sealed can be read."
            .formatted(file, why.getMessage()),
        why);
  }
}
