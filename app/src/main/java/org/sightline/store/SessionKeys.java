package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One short-lived key per marking session, in a file of its own outside the database and outside
/// every backup. While it lives, staging can be read; once it is destroyed, what the database, its
/// log and its backups still hold of the order of the maps is noise (practice.md, "Anonymity
/// against the spine").
///
/// The file holds it wrapped by a key that follows from the installation's: a copy of the folder
/// says nothing without the key files. Files of before held it in the clear, and are read too.
public final class SessionKeys {

  private static final int LENGTH = 64;

  /// What a wrapped key begins with; one of before is in hexadecimal.
  private static final String WRAPPED = "wrapped ";

  private final Path folder;
  private final Aead wrapping;
  private final SecureRandom random = new SecureRandom();
  private final Map<UUID, byte[]> known = new ConcurrentHashMap<>();

  /// @param keys from one of which, that stays when the others are rotated, the wrapping key
  ///     follows
  public SessionKeys(Path folder, KeyRing keys) {
    this.folder = folder;
    try {
      this.wrapping = new AesGcmJce(keys.derive("session-keys"));
      Directories.createPrivate(folder);
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "The folder for session keys, %s, cannot be made".formatted(folder), unwritable);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Makes the session's key; one that exists already is kept, also when two ask at once.
  public void make(UUID session) {
    Path file = file(session);
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    Path unfinished = folder.resolve(UUID.randomUUID() + ".new");
    try {
      KeyRing.createPrivate(unfinished);
      // On the disk before the first map is: a power cut must not leave maps without their key.
      Files.writeString(
          unfinished, wrapped(session, key), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      // Unlike a move, a link never takes the place of a file that has come in the meantime.
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException made) {
      return;
    } catch (IOException unwritable) {
      throw new IllegalStateException("A session key could not be written", unwritable);
    } finally {
      remove(unfinished);
    }
  }

  public boolean exists(UUID session) {
    return Files.exists(file(session));
  }

  /// Sealed under the session's key alone.
  ///
  /// @throws IllegalStateException when the key has been destroyed
  public byte[] seal(UUID session, byte[] content) {
    try {
      return cipher(session).encrypt(content, aad(session));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public byte[] open(UUID session, byte[] sealed) {
    try {
      return cipher(session).decrypt(sealed, aad(session));
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException("A staged map does not open", altered);
    }
  }

  /// HMAC-SHA-256 under a key that dies with the session.
  public byte[] fingerprint(UUID session, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Arrays.copyOfRange(key(session), 32, LENGTH), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Overwrites and removes the key. Doing it twice is harmless.
  public void destroy(UUID session) {
    known.remove(session);
    Path file = file(session);
    try {
      if (Files.exists(file)) {
        // In its own place and on the disk, before it goes: writing anew would cut the file to
        // nothing
        // first, and leave the key in blocks that the disk gives out again.
        Files.writeString(
            file,
            "0".repeat((int) Files.size(file)),
            StandardOpenOption.WRITE,
            StandardOpenOption.SYNC);
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException already) {
      return;
    } catch (IOException stuck) {
      throw new IllegalStateException("A session key could not be destroyed", stuck);
    } finally {
      // Once more: a request on its way may have read the file in between.
      known.remove(session);
    }
  }

  /// The sessions whose keys still exist.
  public Stream<UUID> all() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".key"))
          .map(name -> UUID.fromString(name.substring(0, name.length() - 4)))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new IllegalStateException("The session keys cannot be listed", unreadable);
    }
  }

  private AesGcmJce cipher(UUID session) throws GeneralSecurityException {
    return new AesGcmJce(Arrays.copyOf(key(session), 32));
  }

  /// Another copy of the application may have destroyed the key: then what this one remembers of it
  /// goes too.
  private byte[] key(UUID session) {
    if (!exists(session)) {
      known.remove(session);
    }
    return known.computeIfAbsent(session, this::read);
  }

  private byte[] read(UUID session) {
    try {
      String text = Files.readString(file(session)).strip();
      return text.startsWith(WRAPPED)
          ? wrapping.decrypt(
              Base64.getDecoder().decode(text.substring(WRAPPED.length())), aad(session))
          : HexFormat.of().parseHex(text);
    } catch (IOException gone) {
      throw new IllegalStateException("The key of this session is gone", gone);
    } catch (GeneralSecurityException another) {
      throw new IllegalStateException(
          "The key of this session was wrapped with another installation's keys", another);
    }
  }

  private String wrapped(UUID session, byte[] key) {
    try {
      return WRAPPED + Base64.getEncoder().encodeToString(wrapping.encrypt(key, aad(session)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException stuck) {
      throw new IllegalStateException("An unfinished session key could not be removed", stuck);
    }
  }

  private Path file(UUID session) {
    return folder.resolve(session + ".key");
  }

  private static byte[] aad(UUID session) {
    return session.toString().getBytes(StandardCharsets.UTF_8);
  }
}
