package org.sightline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Whether keys are those of an installation. The passwords of the database's roles follow from
/// them and are set at every start, also of a command beside running sites: somebody else's keys
/// would lock those out before anything was seen to be wrong.
public final class RightKeys {

  private RightKeys() {}

  /// @param keyFile where the keys were read
  /// @throws IllegalStateException with a sentence when nothing that is sealed in the database
  ///     opens with them
  public static void refuseOthers(DatabaseSettings database, KeyRing keys, Path keyFile) {
    if (!areStrange(database, keys)) {
      return;
    }
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password())) {
      var sample = SealedSample.of(connection, keys);
      if (sample.opened().isEmpty() && !sample.shut().isEmpty()) {
        throw new IllegalStateException(
            "The key file %s is not this installation's: nothing that is sealed in the database opens with it. Nothing was done. Give the right one with --key-file."
                .formatted(keyFile));
      }
    } catch (SQLException away) {
      // Whoever needs the database next says so.
    }
  }

  /// The database knows other passwords, as one does that was moved or is new, or whose keys these
  /// are not.
  private static boolean areStrange(DatabaseSettings database, KeyRing keys) {
    try (Connection connection =
        DriverManager.getConnection(
            database.url(), Roles.SYSTEM, keys.rolePassword(Roles.SYSTEM))) {
      return !connection.isValid(1);
    } catch (SQLException refused) {
      return String.valueOf(refused.getSQLState()).startsWith("28");
    }
  }
}
