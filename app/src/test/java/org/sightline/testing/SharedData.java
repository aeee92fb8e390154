package org.sightline.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Public files beside the repository, which are never copied into it. A test that needs one that
/// is not there is skipped and says so.
public final class SharedData {

  private SharedData() {}

  public static byte[] read(String name) {
    try {
      return Files.readAllBytes(find(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The files of a folder, by name.
  public static List<Path> folder(String name) {
    try (var files = Files.list(find(name))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A folder, to be walked through.
  public static Path at(String name) {
    return find(name);
  }

  private static Path find(String name) {
    var found =
        Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "shared/data/" + name + " is not beside this repository");
    return found.orElseThrow();
  }
}
