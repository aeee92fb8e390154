package org.sightline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes every key while the application runs (CR-04): a new key-encryption key wraps the others
/// anew, new data keys seal every value anew, and once nothing is left under the old ones they are
/// destroyed. It can be ended at any moment, however hard, and begun again: what is done is seen
/// from the values themselves.
///
/// Blind indexes stay: the key they follow from is wrapped anew and is not changed, because an
/// index cannot be made again without reading everything.
public final class KeyRotation {

  /// Within this every process has seen that keys have changed, with much to spare.
  private static final long NOTICED_MILLIS = 2_000;

  private static final int PATIENCE_SECONDS = 120;

  private final KeyRing keys;
  private final DatabaseSettings database;
  private final Consumer<String> tell;

  /// @param tell what is going on, in sentences
  public KeyRotation(KeyRing keys, DatabaseSettings database, Consumer<String> tell) {
    this.keys = keys;
    this.database = database;
    this.tell = tell;
  }

  /// @param columns how many sealed columns there are
  /// @param resealed values under the new keys
  /// @param shredded values of records whose keys were destroyed before
  public record Rotated(int columns, int resealed, int shredded) {}

  /// @param keyUri where the key-encryption key is to be from now on; `null` for as before
  /// @throws IllegalStateException with a sentence when it could not be finished; the old keys are
  ///     still there then
  public Rotated run(@Nullable String keyUri) {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password())) {
      prepare(connection);
      int columns = SealedPlace.all(connection).size();
      keys.changeWrapping(keyUri);
      tell.accept("A new key wraps the others; the one before is destroyed.");
      keys.change(now -> now.isChanging() ? now : now.withNewKeys());
      TimeUnit.MILLISECONDS.sleep(NOTICED_MILLIS);
      var done = reseal(connection);
      keys.change(KeySet::withoutOldKeys);
      tell.accept("Nothing is left under the keys before; they are destroyed.");
      return new Rotated(columns, done.resealed(), done.shredded());
    } catch (SQLException failed) {
      throw unfinished("the database said " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unfinished("it was stopped", stopped);
    }
  }

  /// Row-level security and the rules that records are final are for those who work with what rows
  /// say; here it stays the same.
  private static void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var may =
            statement.executeQuery(
                """
                select rolsuper or rolbypassrls
                         and has_parameter_privilege('session_replication_role', 'set')
                         and pg_has_role('pg_read_all_stats', 'usage')
                  from pg_roles where rolname = current_user
                """)) {
      may.next();
      if (!may.getBoolean(1)) {
        throw new IllegalStateException(
            "To seal every row anew the database's user has to see every row: make it a superuser, or give it BYPASSRLS, the role pg_read_all_stats and the right to set session_replication_role.");
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set lock_timeout = '10s'");
    }
    connection.setAutoCommit(false);
  }

  private Resealing.Done reseal(Connection connection) throws SQLException, InterruptedException {
    var all = Resealing.Done.NOTHING;
    Timestamp noticed = now(connection);
    boolean last = false;
    while (true) {
      var pass = Resealing.Done.NOTHING;
      for (var place : SealedPlace.all(connection)) {
        var done = new Resealing(connection, keys).column(place);
        if (done.shut() > 0) {
          throw unfinished(
              "%d values in %s do not open. They were altered, or sealed under other keys: put them right from a backup"
                  .formatted(done.shut(), place),
              null);
        }
        if (done.resealed() > 0) {
          tell.accept("%s: %d sealed anew.".formatted(place, done.resealed()));
        }
        pass = pass.and(done);
      }
      all = new Resealing.Done(all.resealed() + pass.resealed(), pass.shredded(), 0, pass.busy());
      if (last && pass.resealed() == 0 && pass.busy() == 0) {
        return all;
      }
      if (!last) {
        awaitOlder(connection, noticed);
        last = true;
      }
    }
  }

  /// Whoever began before the new keys were known may still write under the old ones.
  private static void awaitOlder(Connection connection, Timestamp than)
      throws SQLException, InterruptedException {
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      try (var statement =
          connection.prepareStatement(
              """
              select count(*) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()
                 and backend_type = 'client backend' and xact_start < ?
              """)) {
        statement.setTimestamp(1, than);
        var rows = statement.executeQuery();
        rows.next();
        int open = rows.getInt(1);
        connection.commit();
        if (open == 0) {
          return;
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw unfinished("somebody has kept a transaction open for two minutes", null);
  }

  private static Timestamp now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select clock_timestamp()")) {
      rows.next();
      Timestamp now = rows.getTimestamp(1);
      connection.commit();
      return now;
    }
  }

  private static IllegalStateException unfinished(String why, @Nullable Exception cause) {
    return new IllegalStateException(
        "The keys are not rotated yet: %s. Everything can be read, the old keys are still there; run rotate-keys again."
            .formatted(why),
        cause);
  }
}
