package org.sightline.concerns;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sightline.store.DatabaseSettings;

/// The database without the application: as one of its roles, for one person.
final class AtTheDatabase {

  private AtTheDatabase() {}

  static Connection as(DatabaseSettings database, String role, @Nullable String user)
      throws SQLException {
    var connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password());
    run(connection, "set session authorization " + role);
    if (user != null) {
      run(connection, "select set_config('app.user', '%s', false)".formatted(user));
    }
    return connection;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static int count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
