package org.sightline.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The database seen by the one role that may see everything, for tests that tamper or take stock.
/// What is done there is rolled back: all tests share the database. Only the clock is moved for
/// good, by giving rows of the test's own an earlier time.
public final class Superuser {

  private Superuser() {}

  /// What is done with the database in the hand.
  public interface Deed<T> {
    T in(JdbcClient jdbc) throws SQLException;
  }

  /// Moves rows of the test's own into the past, as if so long had gone by.
  public static void lasting(DatabaseSettings settings, Deed<Integer> deed) {
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.owner(), settings.password())) {
      if (deed.in(JdbcClient.create(new SingleConnectionDataSource(connection, true))) == 0) {
        throw new AssertionError("There is no such row");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
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

  /// What was done in a piece of work and is written down, each once, in the order of the first.
  public static List<String> acts(DatabaseSettings settings, WorkspaceId work) {
    return rolledBack(
        settings,
        jdbc ->
            jdbc.sql(
                    """
                    select act from audit.entry where workspace = :work and outcome = 'DONE'
                     group by act order by min(seq)
                    """)
                .param("work", work.value())
                .query(String.class)
                .list());
  }
}
