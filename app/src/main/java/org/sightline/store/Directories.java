package org.sightline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Directories and files that only this user may read, and that appear whole or not at all.
final class Directories {

  private static final String UNFINISHED = "unfinished-";

  private Directories() {}

  static Path unfinishedIn(Path home) throws IOException {
    return Files.createTempDirectory(home, UNFINISHED);
  }

  /// Removes what interrupted starts left behind. Only for the owner of the [DataDirectoryLock].
  static void sweep(Path home) throws IOException {
    try (var left = Files.newDirectoryStream(home, UNFINISHED + "*")) {
      for (var directory : left) {
        delete(directory);
      }
    }
  }

  static void moveWhole(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    sync(to.resolveSibling(""));
  }

  static Path createPrivate(Path directory) throws IOException {
    Files.createDirectories(directory, privately(directory, "rwx------"));
    return directory;
  }

  /// Whole or not at all: the file gets its name once it is on the disk.
  static void writePrivate(Path file, String text) throws IOException {
    var directory = unfinishedIn(file.resolveSibling(""));
    var unfinished = directory.resolve(file.getFileName());
    Files.createFile(unfinished, privately(file, "rw-------"));
    Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    moveWhole(unfinished, file);
    Files.delete(directory);
  }

  private static FileAttribute<?>[] privately(Path path, String permissions) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  /// A name is safe from a power cut once its directory is written out. Windows has no such call.
  static void sync(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
