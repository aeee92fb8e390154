package org.sightline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Folders for what another process has to open as a file for a moment, such as the picture of a
/// sheet (ST-14). They lie in the data directory, only this user may read them, and what a start
/// finds there is gone: nothing outlives a process that was ended.
@Component
public class WorkingFiles {

  private final Path home;

  WorkingFiles(@Value("${sightline.data-dir}") Path dataDirectory) throws IOException {
    home = Directories.createPrivate(dataDirectory.resolve("working"));
    Directories.sweep(home);
  }

  /// A new folder; close it to delete it and all in it.
  public Folder folder() {
    try {
      return new Folder(Directories.unfinishedIn(home));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// @param path where it is
  public record Folder(Path path) implements AutoCloseable {

    /// A file in it that is not there yet.
    public Path file(String name) {
      return path.resolve(name);
    }

    @Override
    public void close() {
      try {
        if (Files.exists(path)) {
          Directories.delete(path);
        }
      } catch (IOException stuck) {
        throw new UncheckedIOException(stuck);
      }
    }
  }
}
