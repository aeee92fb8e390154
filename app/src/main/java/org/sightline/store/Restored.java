package org.sightline.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A backup put into an empty database: the roles, the tables as they were at the time, their rows,
/// and then the proof that they are the same.
public final class Restored {

  private final DatabaseSettings database;
  private final BackupFile backup;
  private final Consumer<String> progress;

  private Restored(DatabaseSettings database, BackupFile backup, Consumer<String> progress) {
    this.database = database;
    this.backup = backup;
    this.progress = progress;
  }

  /// @param keys whose passwords the roles get
  /// @throws IllegalStateException with a sentence when the database is not empty, the backup is of
  ///     a newer version, or what is there afterwards is not what was there before
  public static Restored into(
      DatabaseSettings database, BackupFile backup, KeyRing keys, Consumer<String> progress) {
    var restored = new Restored(database, backup, progress);
    try {
      restored.refuseUnlessEmpty();
    } catch (SQLException failed) {
      throw explained(failed);
    }
    try {
      Roles.prepare(database, keys);
      var owner =
          new DriverManagerDataSource(database.url(), Roles.OWNER, keys.rolePassword(Roles.OWNER));
      BackedUpMigrations.run(owner, backup.header().migrations());
      restored.load();
      restored.refuseUnlessEqual();
      return restored;
    } catch (SQLException | IOException failed) {
      restored.empty();
      throw explained(failed);
    } catch (RuntimeException failed) {
      restored.empty();
      throw failed;
    }
  }

  private static IllegalStateException explained(Exception failed) {
    return new IllegalStateException(
        "The backup could not be put back: %s. Nothing of it was left."
            .formatted(failed.getMessage()),
        failed);
  }

  private void refuseUnlessEmpty() throws SQLException {
    try (var connection = Snapshot.connect(database)) {
      if (!Snapshot.strings(connection, "select current_setting('is_superuser')")
          .equals(List.of("on"))) {
        throw new IllegalStateException(
            "The database user %s is no superuser, and only one can put rows back past the rules that guard them."
                .formatted(database.owner()));
      }
      if (!Snapshot.strings(connection, SnapshotSql.HOLDS_SOMETHING).isEmpty()) {
        throw new IllegalStateException(
            "The database holds something already. A backup is only ever put into an empty one.");
      }
    }
  }

  /// Rows come in as they went out: checks and keys hold, triggers and references sleep meanwhile,
  /// and what the migrations themselves put into tables makes room first.
  private void load() throws IOException, SQLException {
    try (var connection = Snapshot.connect(database);
        var statement = connection.createStatement();
        var here = Snapshot.of(database)) {
      var tables =
          here.tables().stream()
              .collect(Collectors.toMap(Snapshot.Table::name, Snapshot.Table::in));
      here.close();
      refuseOtherTables(new TreeSet<>(tables.keySet()));
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute("set local statement_timeout = 0");
      for (String truncate : Snapshot.strings(connection, SnapshotSql.EMPTY)) {
        statement.execute(truncate);
      }
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      backup.each(
          (table, rows) -> {
            long count = copies.copyIn(tables.get(table), rows, 1 << 16);
            progress.accept("%s: %d rows".formatted(table, count));
          });
      setSequences(connection);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("analyze");
    }
  }

  private void refuseOtherTables(TreeSet<String> here) {
    here.removeAll(backup.header().leftOut());
    var promised = new TreeSet<String>();
    backup.manifest().tables().forEach(table -> promised.add(table.name()));
    if (!here.equals(promised)) {
      here.removeIf(promised::remove);
      throw new IllegalStateException(
          "The backup's tables are not the ones its version of Sightline makes: %s %s."
              .formatted(here, promised));
    }
  }

  private void setSequences(Connection connection) throws SQLException {
    try (var set = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
      for (var sequence : backup.manifest().sequences().entrySet()) {
        set.setString(1, sequence.getKey());
        set.setLong(2, sequence.getValue());
        set.execute();
      }
    }
  }

  private void refuseUnlessEqual() throws IOException, SQLException {
    var lines = new ArrayList<BackupManifest.Table>();
    try (var here = Snapshot.of(database)) {
      for (var table : here.tables()) {
        if (!backup.header().leftOut().contains(table.name())) {
          lines.add(Backup.digest(here, table, OutputStream.nullOutputStream()));
        }
      }
      if (!lines.equals(backup.manifest().tables())
          || !here.sequences().equals(backup.manifest().sequences())) {
        lines.removeAll(backup.manifest().tables());
        throw new IllegalStateException(
            "What was put back is not what was backed up: %s differ. Nothing of it was left."
                .formatted(lines.stream().map(BackupManifest.Table::name).toList()));
      }
    }
  }

  /// How the backed-up database differed from a fresh one of its version in its tables, rights and
  /// roles: lines that begin with a plus were there and are not in a fresh one, those with a minus
  /// were missing. Before newer migrations run.
  public List<String> differencesFromFresh() {
    try (var here = Snapshot.of(database)) {
      var there = backup.header().catalogue();
      var fresh = here.catalogue();
      var lines = new ArrayList<String>();
      there.stream().filter(line -> !fresh.contains(line)).forEach(line -> lines.add("+ " + line));
      fresh.stream().filter(line -> !there.contains(line)).forEach(line -> lines.add("- " + line));
      return lines;
    } catch (SQLException failed) {
      throw explained(failed);
    }
  }

  /// Whether samples of what is sealed open with these keys.
  public SealedSample sample(KeyRing keys) {
    try (var connection = Snapshot.connect(database)) {
      return SealedSample.of(connection, keys);
    } catch (SQLException failed) {
      throw explained(failed);
    }
  }

  /// Takes out again what came in; for a database of somebody else's, which stays.
  public void empty() {
    try (var connection = Snapshot.connect(database);
        var statement = connection.createStatement()) {
      for (String drop : Snapshot.strings(connection, SnapshotSql.DROP)) {
        statement.execute(drop);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "What had been put back could not be taken out again: %s. Drop the database %s and make it anew."
              .formatted(failed.getMessage(), database.url()),
          failed);
    }
  }
}
