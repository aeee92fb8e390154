package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sightline.store.DatabaseSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which installation a command works on: where its data lies, with which keys, on which database.
final class InstallationOptions {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where everything is kept. Default: ${DEFAULT-VALUE}")
  Path dataDirectory = Path.of("data");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The installation's keys. A demonstration keeps its own in its data directory.")
  @Nullable Path keyFile;

  @Mixin private final DatabaseOptions databaseOptions = new DatabaseOptions();

  /// The key file of this installation.
  ///
  /// @throws IllegalStateException with a sentence when there is none
  Path keys() {
    if (keyFile != null) {
      return keyFile;
    }
    Path own = dataDirectory.resolve("keys/installation.key");
    if (!DemonstrationMark.isThere(dataDirectory)) {
      throw new IllegalStateException(
          "Give the installation's key file with --key-file: without it nothing can be read.");
    }
    return own;
  }

  /// The same, for what must not make one.
  ///
  /// @throws IllegalStateException with a sentence when there is none
  Path existingKeys() {
    return existing(keys());
  }

  static Path existing(Path keyFile) {
    if (!Files.exists(keyFile)) {
      throw new IllegalStateException("There is no key file %s.".formatted(keyFile));
    }
    return keyFile;
  }

  /// The PostgreSQL that is already there, or `null`.
  @Nullable DatabaseSettings given() {
    return databaseOptions.given();
  }

  /// Whether there is an installation here, or may be one in a database that was given.
  boolean isThere() {
    return databaseOptions.database != null || Files.exists(dataDirectory.resolve("postgresql"));
  }

  /// @throws IllegalStateException with a sentence when there is no installation here
  void mustExist() {
    if (!isThere()) {
      throw new IllegalStateException(
          "There is no installation in %s. Give its directory with --data-dir."
              .formatted(dataDirectory));
    }
  }
}
