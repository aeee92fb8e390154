package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;

/// A data directory with nothing in it, where a database is made under another name and gets its
/// own once it is whole. What is not kept is removed; what a killed restore left is removed by the
/// next one.
public final class EmptyPlace implements AutoCloseable {

  private final Path directory;
  private final DataDirectoryLock lock;
  private final Path unfinished;
  private final EmbeddedPostgres postgres;
  private final String database;

  private EmptyPlace(
      Path directory,
      DataDirectoryLock lock,
      Path unfinished,
      EmbeddedPostgres postgres,
      String database) {
    this.directory = directory;
    this.lock = lock;
    this.unfinished = unfinished;
    this.postgres = postgres;
    this.database = database;
  }

  /// Starts an empty database there.
  ///
  /// @throws IllegalStateException with a sentence when there is something in the directory
  public static EmptyPlace in(Path dataDirectory, String database) {
    try {
      var directory = Directories.createPrivate(dataDirectory).toRealPath();
      refuseUnlessEmpty(directory, dataDirectory);
      var home = directory.resolve("postgresql");
      PostgresProcesses.refuseMoved(home, home.resolve("data"));
      var lock = DataDirectoryLock.take(directory);
      try {
        clear(directory);
        var unfinished = Directories.unfinishedIn(directory);
        var postgres = EmbeddedPostgres.start(unfinished);
        var place = new EmptyPlace(directory, lock, unfinished, postgres, database);
        place.createDatabase();
        return place;
      } catch (IOException | RuntimeException failed) {
        Directories.sweep(directory);
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw unusable(dataDirectory, failed);
    }
  }

  private static void refuseUnlessEmpty(Path directory, Path asGiven) throws IOException {
    try (var inside = Files.list(directory)) {
      if (inside.anyMatch(file -> !isLeftOver(file.getFileName().toString()))) {
        throw new IllegalStateException(
            "There is something in %s already. A backup is only ever put into an empty place: give another --data-dir."
                .formatted(asGiven));
      }
    }
  }

  private static boolean isLeftOver(String name) {
    return name.equals("lock") || name.startsWith("unfinished-");
  }

  /// Ends what a killed restore left running, and removes what it left lying.
  private static void clear(Path directory) throws IOException {
    try (var left = Files.newDirectoryStream(directory, "unfinished-*")) {
      for (Path one : left) {
        endIn(one);
      }
    }
    Directories.sweep(directory);
  }

  private static void endIn(Path leftOver) {
    try {
      if (Files.exists(leftOver.resolve("postgresql"))) {
        EmbeddedPostgres.start(leftOver).close();
      }
    } catch (DatabaseUnavailable halfMade) {
      // Whatever ran there has been ended before the start was tried.
    }
  }

  private void createDatabase() {
    var maintenance =
        new DatabaseSettings(postgres.url("postgres"), postgres.superuser(), postgres.password());
    try (var connection = Snapshot.connect(maintenance);
        var quote = connection.prepareStatement(SnapshotSql.CREATE_DATABASE);
        var statement = connection.createStatement()) {
      quote.setString(1, database);
      try (var create = quote.executeQuery()) {
        create.next();
        statement.execute(create.getString(1));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "The database could not be created: " + failed.getMessage(), failed);
    }
  }

  public DatabaseSettings settings() {
    return new DatabaseSettings(postgres.url(database), postgres.superuser(), postgres.password());
  }

  /// Stops the database and gives it its name.
  ///
  /// @param files small files that belong into the directory beside it, by name
  public void keep(Map<String, String> files) {
    try {
      postgres.close();
      for (var file : files.entrySet()) {
        if (!file.getKey().matches("[a-z]+(\\.[a-z]+)?")) {
          throw new IOException("no name of a file of ours: " + file.getKey());
        }
        Files.writeString(
            directory.resolve(file.getKey()),
            file.getValue(),
            StandardOpenOption.CREATE,
            StandardOpenOption.SYNC,
            StandardOpenOption.WRITE);
      }
      Directories.moveWhole(unfinished.resolve("postgresql"), directory.resolve("postgresql"));
    } catch (IOException failed) {
      throw unusable(directory, failed);
    }
  }

  /// Stops the database and removes everything that was not kept.
  @Override
  public void close() {
    try {
      postgres.close();
      Directories.sweep(directory);
    } catch (IOException failed) {
      throw unusable(directory, failed);
    } finally {
      lock.close();
    }
  }

  private static IllegalStateException unusable(Path directory, IOException failed) {
    return new IllegalStateException(
        "The directory %s cannot be used (%s). See that it can be written to and that its disk is not full."
            .formatted(directory, failed.getMessage()),
        failed);
  }
}
