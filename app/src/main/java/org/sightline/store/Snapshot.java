package org.sightline.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.sightline.store.BackupHeader.Script;

/// All of a database at one moment: every row, whoever may read it, as one read-only transaction
/// sees it while others go on writing.
///
/// Its tables are locked against changes of their shape only. Reading with a role that row-level
/// security binds would give fewer rows without a word; `row_security = off` makes it an error.
final class Snapshot implements AutoCloseable {

  private static final int TRIES = 5;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /// A table of ours, and the statements that take its rows out and put them in.
  record Table(String name, String out, String in) {}

  /// @throws IllegalStateException with a sentence when this user may not read everything
  static Snapshot of(DatabaseSettings database) throws SQLException {
    var connection = connect(database);
    try {
      if (!strings(connection, SnapshotSql.SEES_EVERYTHING).equals(List.of("t"))) {
        throw new IllegalStateException(
            "The database user %s may not read every row, and a backup of what it sees would lack the rest. Use one that has BYPASSRLS and pg_read_all_data."
                .formatted(database.owner()));
      }
      for (int tried = 1; tried <= TRIES; tried++) {
        var shape = strings(connection, SnapshotSql.LOCK);
        begin(connection, shape);
        if (strings(connection, SnapshotSql.LOCK).equals(shape)) {
          return new Snapshot(connection);
        }
        connection.rollback();
        connection.setAutoCommit(true);
      }
      throw new IllegalStateException(
          "The database's tables are being changed just now. Make the backup when the start of the new version is done.");
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  static Connection connect(DatabaseSettings database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  /// Locking takes no snapshot: what is seen begins after it.
  private static void begin(Connection connection, List<String> locks) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      statement.execute("set local row_security = off");
      statement.execute("set local statement_timeout = 0");
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      for (String lock : locks) {
        statement.execute(lock);
      }
    }
  }

  List<Table> tables() throws SQLException {
    var found = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SnapshotSql.TABLES)) {
      while (rows.next()) {
        found.add(new Table(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  /// Writes out the rows of a table, in the order of its key.
  ///
  /// @return how many there are
  long copy(Table table, OutputStream to) throws SQLException, IOException {
    return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.out(), to);
  }

  Map<String, Long> sequences() throws SQLException {
    var found = new TreeMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SnapshotSql.SEQUENCES)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
    }
    return found;
  }

  Map<String, List<Script>> migrations() throws SQLException {
    var found = new TreeMap<String, List<Script>>();
    for (String history : strings(connection, SnapshotSql.HISTORIES)) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(history)) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getString(1), module -> new ArrayList<>())
              .add(new Script(rows.getString(2), rows.getInt(3)));
        }
      }
    }
    return found;
  }

  List<String> catalogue() throws SQLException {
    return strings(connection, CatalogueSql.LINES);
  }

  String postgres() throws SQLException {
    return strings(connection, "show server_version").getFirst();
  }

  /// For what others have to say of the same moment.
  Connection connection() {
    return connection;
  }

  static List<String> strings(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
