package org.sightline.linkage.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.sightline.linkage.reading.Refusal;

/// Files on their way: written beside their place, readable by their owner only, and moved to their
/// names together when all of them are whole. What stops before that leaves nothing under a name
/// that means something.
public final class Draft implements AutoCloseable {

  private static final String BEFORE = ".before";

  private final Path directory;
  private final Path hidden;
  private final List<String> names = new ArrayList<>();
  private final Thread cleaning = new Thread(this::discard);

  public Draft(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
      this.hidden = Files.createTempDirectory(directory, ".unfinished-");
      restrict(hidden, "rwx------");
    } catch (IOException failed) {
      throw new Refusal(
          "Nothing can be written to %s. Choose another directory with --out."
              .formatted(directory));
    }
    Runtime.getRuntime().addShutdownHook(cleaning);
  }

  /// Something that writes, and may find the disk full.
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public void write(String name, Writing writing) {
    var file = hidden.resolve(name);
    names.add(name);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      restrict(file, "rw-------");
      writing.to(out);
    } catch (IOException failed) {
      throw new Refusal(
          "%s could not be written: %s. Nothing is left of this run."
              .formatted(name, isFull() ? "the disk is full" : "writing failed"));
    }
  }

  /// Gives all files their names. Whoever stops the run meanwhile waits for it: all or none. Files
  /// of an earlier run stand aside until all are in their place, and come back if one cannot be.
  public synchronized void finish() {
    var aside = new ArrayList<String>();
    var placed = new ArrayList<String>();
    try {
      for (var name : names) {
        if (Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
          move(directory.resolve(name), hidden.resolve(name + BEFORE));
          aside.add(name);
        }
      }
      for (var name : names) {
        move(hidden.resolve(name), directory.resolve(name));
        placed.add(name);
      }
    } catch (IOException failed) {
      putBack(placed, aside);
      throw new Refusal(
          "The results could not be put into %s; is a file or folder of the same name open or in the way? What was there before is there still."
              .formatted(directory));
    }
  }

  private void putBack(List<String> placed, List<String> aside) {
    for (var name : placed) {
      tried(() -> Files.deleteIfExists(directory.resolve(name)));
    }
    for (var name : aside) {
      tried(() -> move(hidden.resolve(name + BEFORE), directory.resolve(name)));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("A folder is in the way");
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private interface Step {
    void run() throws IOException;
  }

  /// As far as it goes: one file that cannot be put back does not keep the others away.
  private static void tried(Step step) {
    try {
      step.run();
    } catch (IOException left) {
      // It lies in the hidden directory, which is kept while anything lies in it.
    }
  }

  private boolean isFull() {
    try {
      FileStore store = Files.getFileStore(directory);
      return store.getUsableSpace() < 1 << 20;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private synchronized void discard() {
    try {
      for (var name : names) {
        Files.deleteIfExists(hidden.resolve(name));
        if (Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(hidden.resolve(name + BEFORE));
        }
      }
      Files.deleteIfExists(hidden);
    } catch (IOException left) {
      // The directory says by its name that it is unfinished.
    }
  }

  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaning);
    } catch (IllegalStateException alreadyStopping) {
      // The hook is running, or has run.
    }
  }
}
