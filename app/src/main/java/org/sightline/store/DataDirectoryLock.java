package org.sightline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One application owns a data directory at a time. The operating system lets go of the lock when
/// the application ends, however it ends, so a file left behind by a killed one does no harm.
final class DataDirectoryLock implements AutoCloseable {

  /// The one piece of static state: closing *any* channel on a file drops every lock this process
  /// has on it (POSIX), so a second attempt in the same process must be refused before it opens.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DataDirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /// @param directory an existing directory, as its real path
  /// @throws DatabaseUnavailable if another application has it, or it cannot be written
  static DataDirectoryLock take(Path directory) {
    if (!HELD_HERE.add(directory)) {
      throw inUse(directory);
    }
    try {
      return new DataDirectoryLock(directory, lockedChannel(directory));
    } catch (IOException e) {
      HELD_HERE.remove(directory);
      throw new DatabaseUnavailable(
          ("The data directory %s cannot be written to. Allow this user to "
                  + "write there, or choose another directory.")
              .formatted(directory),
          e);
    } catch (DatabaseUnavailable e) {
      HELD_HERE.remove(directory);
      throw e;
    }
  }

  /// Whether nobody has it just now.
  static boolean isFree(Path dataDirectory) throws IOException {
    if (!Files.exists(dataDirectory)) {
      return true;
    }
    try (var lock = take(dataDirectory.toRealPath())) {
      return lock != null;
    } catch (DatabaseUnavailable held) {
      return false;
    }
  }

  private static FileChannel lockedChannel(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var locked = false;
    try {
      locked = channel.tryLock() != null;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    if (!locked) {
      throw inUse(directory);
    }
    return channel;
  }

  private static DatabaseUnavailable inUse(Path directory) {
    return new DatabaseUnavailable(
        ("Another Sightline is already using the data directory %s. Stop it "
                + "first, or choose another directory.")
            .formatted(directory));
  }

  /// Does nothing the second time: by then the directory may be somebody else's.
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The lock on %s could not be given up.".formatted(directory), e);
    } finally {
      HELD_HERE.remove(directory);
    }
  }
}
