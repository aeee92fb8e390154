package org.sightline.bench.linkage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Boroughs for tests, and the public files beside the repository.
final class Invented {

  private Invented() {}

  static Borough borough(long seed, int children) {
    return new Borough(seed, children, Errors.ofYoungPeople(), nicknames());
  }

  static Path shared(String name) {
    var found =
        Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "shared/data/" + name + " is not beside this repository");
    return found.orElseThrow();
  }

  private static List<String> nicknames() {
    try (InputStream table =
        Objects.requireNonNull(
            Invented.class.getResourceAsStream("/org/sightline/linkage/nicknames.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
