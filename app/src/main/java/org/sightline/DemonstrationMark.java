package org.sightline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.store.KeyRing;

/// Keeps a demonstration's data directory a demonstration's: marked with its seed from the first
/// start on.
final class DemonstrationMark {

  /// The mark, and who signs in how.
  private static final List<String> OWN = List.of("demonstration", "demo.json");

  private DemonstrationMark() {}

  /// Whether this directory holds a demonstration.
  static boolean isThere(Path directory) {
    return Files.exists(directory.resolve("demonstration"));
  }

  /// What a backup has to take along of this directory, so that a demonstration never comes back as
  /// a real installation.
  static Map<String, String> files(Path directory) {
    var files = new TreeMap<String, String>();
    try {
      for (String name : isThere(directory) ? OWN : List.<String>of()) {
        if (Files.exists(directory.resolve(name))) {
          files.put(name, Files.readString(directory.resolve(name)));
        }
      }
      return files;
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "The data directory %s cannot be read (%s).".formatted(directory, unreadable),
          unreadable);
    }
  }

  /// A demonstration that is put back finds its keys where it looks for them.
  static void carryOver(Path directory, Map<String, String> files, Path keyFile) {
    Path keys = directory.resolve("keys");
    if (!files.containsKey("demonstration")) {
      return;
    }
    try {
      Files.createDirectories(keys);
      KeyRing.copy(keyFile, keys.resolve("installation.key"));
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "The data directory %s cannot be written (%s).".formatted(directory, unwritable),
          unwritable);
    }
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
