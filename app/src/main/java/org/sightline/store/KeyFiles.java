package org.sightline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The files an installation's keys lie in, side by side, all for their owner's eyes only:
///
/// * the key file itself: the key-encryption key, or where to find it;
/// * `.wrapped`: every other key, wrapped by it;
/// * `.next`: the key-encryption key that is about to take the place of the first.
///
/// Each appears whole or not at all; what is replaced is written over before it goes, as far as a
/// disk lets us.
final class KeyFiles {

  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final Path file;

  /// @param file the key file; where it is a link, its keys lie where that leads
  KeyFiles(Path file) throws IOException {
    Path named = file.toAbsolutePath().normalize();
    if (named.getParent() != null) {
      Directories.createPrivate(named.getParent());
    }
    this.file = Files.exists(named) ? named.toRealPath() : named;
  }

  Path file() {
    return file;
  }

  Path wrapped() {
    return beside(".wrapped");
  }

  Path next() {
    return beside(".next");
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  interface Work<T> {
    T done() throws IOException, GeneralSecurityException;
  }

  /// One at a time, in this process and among all on this machine.
  <T> T alone(Work<T> work) throws IOException {
    var here = HERE.computeIfAbsent(file, path -> new ReentrantLock());
    here.lock();
    try (var channel =
            FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      sweep();
      return work.done();
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    } finally {
      here.unlock();
    }
  }

  /// @throws IOException when others than its owner may read it
  static String read(Path file) throws IOException {
    refuseOpenToOthers(file);
    return Files.readString(file);
  }

  /// Puts this text in the file's place and destroys what was there.
  void replace(Path target, String text) throws IOException {
    Path unfinished = file.resolveSibling(UUID.randomUUID() + ".new");
    KeyRing.createPrivate(unfinished);
    Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    replace(target, unfinished);
  }

  /// Puts this file in the other's place and destroys what was there.
  void replace(Path target, Path by) throws IOException {
    Path old = beside("." + UUID.randomUUID() + ".old");
    if (Files.exists(target)) {
      Files.createLink(old, target);
    }
    Files.move(by, target, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file.resolveSibling(""));
    destroy(old);
  }

  /// Overwrites in its own place and on the disk, then removes: writing anew would cut the file to
  /// nothing first, and leave the key in blocks that the disk gives out again.
  void destroy(Path file) throws IOException {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(
            file,
            "0".repeat((int) Files.size(file)),
            StandardOpenOption.WRITE,
            StandardOpenOption.SYNC);
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  /// What an end at the wrong moment left over.
  private void sweep() throws IOException {
    try (var left =
        Files.newDirectoryStream(file.resolveSibling(""), file.getFileName() + ".*.old")) {
      for (Path old : left) {
        destroy(old);
      }
    }
  }

  private static void refuseOpenToOthers(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(each -> !each.name().startsWith("OWNER_"))) {
      throw new IOException(
          "others than its owner may read or write it. Close it with: chmod 600 " + file);
    }
  }

  /// Refuses a key that would be copied together with what it seals, be it by way of a link.
  ///
  /// @param directory the data directory, or the database's own inside it
  /// @throws IllegalStateException with a sentence
  static void refuseInside(Path key, Path directory) {
    if (real(key).startsWith(real(directory))) {
      throw new IllegalStateException(
          "The key file %s lies inside the data directory %s: whoever copies the data would have the key. Keep it elsewhere."
              .formatted(key, directory));
    }
  }

  /// Where a path really leads, also when its last part is not there yet.
  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException notThere) {
      Path parent = whole.getParent();
      return parent == null ? whole : real(parent).resolve(whole.getFileName());
    }
  }
}
