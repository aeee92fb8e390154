package org.sightline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sightline.store.DatabaseSettings;
import picocli.CommandLine.Option;

/// A council's own PostgreSQL, for commands that would start one otherwise.
final class DatabaseOptions {

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "JDBC address of a PostgreSQL that is already there, with its user.")
  @Nullable URI database;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "A file that holds the password of that user.")
  @Nullable Path databasePassword;

  /// The PostgreSQL that is already there, or `null`.
  ///
  /// @throws IllegalStateException with a sentence when its address or password file is no good
  @Nullable DatabaseSettings given() {
    if (database == null) {
      return null;
    }
    var url = database.toString();
    if (!url.matches("jdbc:postgresql://[^?]+\\?(.*&)?user=[^&]+.*")) {
      throw new IllegalStateException(
          "--database-url must look like jdbc:postgresql://host:5432/sightline?user=owner, not %s"
              .formatted(url.replaceAll("password=[^&]*", "password=…")));
    }
    String user = url.replaceAll(".*[?&]user=([^&]+).*", "$1");
    String bare = url.replaceAll("([?&])user=[^&]+&?", "$1").replaceAll("[?&]$", "");
    return new DatabaseSettings(bare, user, password());
  }

  private String password() {
    if (databasePassword == null) {
      return "";
    }
    try {
      return Files.readString(databasePassword).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "The file %s cannot be read".formatted(databasePassword), unreadable);
    }
  }
}
