package org.sightline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keeps a demonstration's data directory a demonstration's: marked with its seed from the first
/// start on.
final class DemonstrationMark {

  private DemonstrationMark() {}

  /// Whether this directory holds a demonstration.
  static boolean isThere(Path directory) {
    return Files.exists(directory.resolve("demonstration"));
  }

  /// @throws IllegalStateException when the directory holds something else
  static void check(Path directory, long seed) {
    Path mark = directory.resolve("demonstration");
    try {
      Files.createDirectories(directory);
      if (Files.exists(mark)) {
        String made = Files.readString(mark).strip();
        if (!made.equals(Long.toString(seed))) {
          throw new IllegalStateException(
              "%s holds the demonstration made from seed %s. Start it with --seed %s, or give another --data-dir."
                  .formatted(directory, made, made));
        }
      } else if (Files.exists(directory.resolve("postgresql"))) {
        throw new IllegalStateException(
            "%s holds a real installation. A demonstration needs a directory of its own: give another --data-dir."
                .formatted(directory));
      } else {
        Path unfinished = Files.writeString(directory.resolve("demonstration.new"), seed + "\n");
        Files.move(unfinished, mark, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "The data directory %s cannot be written (%s). Allow this user to write there, or choose another with --data-dir."
              .formatted(directory, unwritable),
          unwritable);
    }
  }
}
