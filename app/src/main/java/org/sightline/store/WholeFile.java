package org.sightline.store;

import java.io.IOException;
import java.nio.file.Path;

/// A small file that only its owner may read, and that is there whole or as it was before.
public final class WholeFile {

  private WholeFile() {}

  /// Puts the text on the disk under this name, in the place of what was there.
  public static void write(Path file, String text) throws IOException {
    Directories.writePrivate(file, text);
  }
}
