package org.sightline.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// The application's own PostgreSQL: unpacked, made, started, watched and stopped by it, for when
/// no `--database-url` is given. Everything lies in `postgresql` under the data directory.
///
/// It listens on this machine only, on a port free at the time, and asks for a password even so. A
/// database that dies is started again on the same port; connections open then are lost.
/// Whoever starts it must close it: no shutdown hook is registered here.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final int TRIES_FOR_A_PORT = 5;

  private final DataDirectoryLock lock;
  private final PostgresWatch watch;
  private final int port;
  private final String password;

  private EmbeddedPostgres(DataDirectoryLock lock, PostgresWatch watch, int port, String password) {
    this.lock = lock;
    this.watch = watch;
    this.port = port;
    this.password = password;
  }

  /// Returns once the database takes connections. The first time also unpacks it and makes the data
  /// directory, which takes seconds. A database left running by a killed application is stopped.
  ///
  /// @throws DatabaseUnavailable if the directory is in use, cannot be written, holds another
  ///     version's database, or this machine is not one we bring a database for
  public static EmbeddedPostgres start(Path dataDirectory) {
    try {
      var directory = Directories.createPrivate(dataDirectory).toRealPath();
      var home = directory.resolve("postgresql");
      PostgresProcesses.refuseMoved(home, home.resolve("data"));
      var lock = DataDirectoryLock.take(directory);
      try {
        return start(directory, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          ("The data directory %s cannot be used (%s). See that it can be "
                  + "written to and that its disk is not full, or choose another "
                  + "directory.")
              .formatted(dataDirectory, e),
          e);
    }
  }

  private static EmbeddedPostgres start(Path directory, DataDirectoryLock lock) throws IOException {
    var home = Directories.createPrivate(directory.resolve("postgresql"));
    var platform = PostgresPlatform.ofThisMachine();
    var programs = new PostgresPrograms(PostgresBinaries.unpackedIn(home, platform));
    var log = new PostgresLog(Directories.createPrivate(home.resolve("log")));
    var cluster = new PostgresCluster(home, log, programs);
    cluster.clear();
    var data = new PostgresData(home, log, programs);
    data.initialise();
    var password = data.password();
    for (var tried = 1; ; tried++) {
      var port = freePort();
      try {
        var watch = PostgresWatch.over(cluster, cluster.start(port), port);
        return new EmbeddedPostgres(lock, watch, port, password);
      } catch (DatabaseUnavailable e) {
        // Somebody may have taken the port in between; anything else fails every time.
        if (tried == TRIES_FOR_A_PORT || isFree(port)) {
          throw e;
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(PostgresCluster.HOST))) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(PostgresCluster.HOST))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /// Errors read through this address leave out their detail, which can quote a whole row (AU-10).
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?logServerErrorDetail=false"
        .formatted(host(), port, database);
  }

  public String host() {
    return PostgresCluster.HOST;
  }

  public int port() {
    return port;
  }

  public String superuser() {
    return PostgresData.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /// Whether the database runs, as far as is known.
  public boolean isRunning() {
    return watch.isRunning();
  }

  /// Stops the database and lets go of the data directory. Does nothing the second time.
  @Override
  public void close() {
    try {
      watch.close();
    } finally {
      lock.close();
    }
  }
}
