package org.sightline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rids the database's files of what a deletion leaves in them. PostgreSQL keeps a deleted row in
/// its page until a vacuum, its bytes in the page's free space after that, and all of it in the
/// write-ahead log.
///
/// Never inside a transaction: every statement here stands alone. The system role may vacuum the
/// tables on which it has MAINTAIN (PostgreSQL 17), and nothing else.
public final class TableUpkeep {

  private static final Logger LOG = LoggerFactory.getLogger(TableUpkeep.class);

  /// Nobody who waits for a table is kept waiting for longer than this by one that is being
  /// rewritten.
  private static final String PATIENCE = "2s";

  /// How long the database is listened to: a little longer than any statement here may take.
  private static final Duration LONGEST = Duration.ofMinutes(11);

  private final DataSource system;
  private final DatabaseSettings settings;

  TableUpkeep(DataSource system, DatabaseSettings settings) {
    this.system = system;
    this.settings = settings;
  }

  /// Takes deleted rows out of their pages and indexes, so that no statement finds them any more.
  /// Readers and writers go on meanwhile.
  ///
  /// @param tables names with their schemas, all constants
  public void prune(List<String> tables) {
    vacuum("(index_cleanup on, truncate on)", tables);
  }

  /// Writes each table and its indexes anew with the rows that live, so that not even the free
  /// space of a page holds what was deleted. A table is locked while it is written; one that is too
  /// busy is left for the next time.
  public void rewrite(List<String> tables) {
    vacuum("(full)", tables);
  }

  /// Begins a new file of the write-ahead log and lets go of the older ones: in our own database
  /// they are deleted (`wal_recycle` is off). A database of somebody else's may not let us, and
  /// keeps its log as its owner decides.
  public void turnLog() {
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.owner(), settings.password());
        var statement = connection.createStatement()) {
      statement.execute("select pg_switch_wal()");
      statement.execute("checkpoint");
    } catch (SQLException notOurs) {
      LOG.info("The database keeps its own log: {}", notOurs.getSQLState());
    }
  }

  private void vacuum(String options, List<String> tables) {
    try (Connection connection = system.getConnection();
        var statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
      statement.execute("set statement_timeout = '10min'");
      statement.execute("set lock_timeout = '" + PATIENCE + "'");
      try {
        for (String table : tables) {
          vacuum(statement, options, table);
        }
      } finally {
        statement.execute("reset statement_timeout");
        statement.execute("reset lock_timeout");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("Deleted rows could not be cleared away", failed);
    }
  }

  private static void vacuum(java.sql.Statement statement, String options, String table)
      throws SQLException {
    try {
      statement.execute("vacuum " + options + " " + table);
    } catch (SQLException failed) {
      if (!"55P03".equals(failed.getSQLState())) {
        throw failed;
      }
      LOG.info("{} was too busy to be cleared of deleted rows; next time", table);
    }
  }
}
