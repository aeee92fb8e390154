package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The data directory and its superuser's password: made once, checked at every start.
final class PostgresData {

  static final String SUPERUSER = "postgres";

  private static final String MAJOR = PostgresBinaries.VERSION.replaceFirst("\\..*", "");

  private final Path home;
  private final Path directory;
  private final Path passwordFile;
  private final PostgresLog log;
  private final PostgresPrograms programs;

  PostgresData(Path home, PostgresLog log, PostgresPrograms programs) {
    this.home = home;
    this.directory = home.resolve("data");
    this.passwordFile = home.resolve("superuser");
    this.log = log;
    this.programs = programs;
  }

  /// Makes the data directory unless it is there. It appears whole or not at all.
  void initialise() throws IOException {
    if (Files.exists(directory)) {
      checkVersion();
      return;
    }
    if (!Files.exists(passwordFile)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      Directories.writePrivate(passwordFile, HexFormat.of().formatHex(random));
    }
    var unfinished = Directories.unfinishedIn(home);
    makeIn(unfinished);
    Directories.moveWhole(unfinished, directory);
  }

  private void makeIn(Path unfinished) throws IOException {
    var arguments =
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions");
    if (PostgresPrograms.await(programs.start(log.startingAnew(), "initdb", arguments)) != 0) {
      throw new DatabaseUnavailable(
          "The database could not be made in %s. Why is in %s.%s"
              .formatted(directory, log.ofStart(), programs.adviceForRoot()));
    }
    var whoMayConnect = unfinished.resolve("pg_hba.conf");
    Files.delete(whoMayConnect);
    Directories.writePrivate(
        whoMayConnect, "host all all %s/32 scram-sha-256\n".formatted(PostgresCluster.HOST));
  }

  private void checkVersion() throws IOException {
    var marker = directory.resolve("PG_VERSION");
    if (!Files.exists(marker)) {
      throw new DatabaseUnavailable(
          ("%s is not a database: it has no file PG_VERSION. Put the right "
                  + "directory back from a backup, or choose another data directory.")
              .formatted(directory));
    }
    var version = Files.readString(marker).strip();
    if (!version.equals(MAJOR)) {
      throw new DatabaseUnavailable(
          ("The database in %s was made by PostgreSQL %s and this Sightline "
                  + "brings PostgreSQL %s. Use the Sightline that made it to export what "
                  + "it holds, or choose another data directory.")
              .formatted(directory, version, MAJOR));
    }
  }

  String password() throws IOException {
    if (!Files.exists(passwordFile)) {
      throw new DatabaseUnavailable(
          "The database in %s has lost its password file %s. Put the file back from a backup."
              .formatted(directory, passwordFile));
    }
    return Files.readString(passwordFile).strip();
  }
}
