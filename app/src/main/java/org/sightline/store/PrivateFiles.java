package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Directories and files that are new, and that only this user may read.
public final class PrivateFiles {

  private PrivateFiles() {}

  public static void directory(Path directory) throws IOException {
    Directories.createPrivate(directory);
  }

  /// On the disk before this returns.
  public static void write(Path file, byte[] content) throws IOException {
    KeyRing.createPrivate(file);
    Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }
}
