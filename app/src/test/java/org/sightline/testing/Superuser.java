package org.sightline.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sightline.store.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The database seen by the one role that may see everything, for tests that tamper or take stock.
/// What is done there is always rolled back: all tests share the database.
public final class Superuser {

  private Superuser() {}

  /// What is done with the database in the hand.
  public interface Deed<T> {
    T in(JdbcClient jdbc) throws SQLException;
  }

  public static <T> T rolledBack(DatabaseSettings settings, Deed<T> deed) {
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.owner(), settings.password())) {
      connection.setAutoCommit(false);
      try {
        return deed.in(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
