package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The database another process of ours has running in a data directory, for commands that work
/// beside a running application. Whoever may read the data directory may use it: the operating
/// system's owner of the directory, and nobody else.
public final class RunningPostgres {

  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  private RunningPostgres() {}

  /// Where it takes connections; empty when none is running there.
  ///
  /// @param database its name
  public static Optional<DatabaseSettings> in(Path dataDirectory, String database) {
    var home = dataDirectory.toAbsolutePath().normalize().resolve("postgresql");
    try {
      if (DataDirectoryLock.isFree(dataDirectory)) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"));
      if (lines.size() <= STATE_LINE || !lines.get(STATE_LINE).strip().equals("ready")) {
        return Optional.empty();
      }
      var url =
          "jdbc:postgresql://%s:%s/%s?logServerErrorDetail=false"
              .formatted(PostgresCluster.HOST, lines.get(PORT_LINE).strip(), database);
      var password = Files.readString(home.resolve("superuser")).strip();
      return Optional.of(new DatabaseSettings(url, PostgresData.SUPERUSER, password));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
