package org.sightline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One PostgreSQL at work on its data: started, stopped, and cleared of what outlived its owner.
final class PostgresCluster {

  static final String HOST = "127.0.0.1";

  /// Long enough to replay 512 MB of write-ahead log on a slow disk after a crash.
  private static final Duration UNTIL_READY = Duration.ofMinutes(5);

  private final Path home;
  private final Path data;
  private final PostgresLog log;
  private final PostgresPrograms programs;
  private final PostgresProcesses processes;

  PostgresCluster(Path home, PostgresLog log, PostgresPrograms programs) {
    this.home = home;
    this.data = home.resolve("data");
    this.log = log;
    this.programs = programs;
    this.processes = new PostgresProcesses(home, programs);
  }

  /// Ends what an earlier owner left running and removes what it left half done.
  void clear() throws IOException {
    processes.clear(data);
    Directories.sweep(home);
  }

  /// Ends whatever an earlier owner left running, then starts, and returns when ready.
  Process start(int port) throws IOException {
    processes.clear(data);
    PostgresProcesses.refuseMoved(home, data);
    log.dropOldest();
    var arguments = new ArrayList<>(List.of("-D", data.toString()));
    arguments.addAll(PostgresSettings.asArguments(HOST, port, log.directory()));
    var postmaster = programs.start(log.startingAnew(), "postgres", arguments);
    var end = System.nanoTime() + UNTIL_READY.toNanos();
    while (!isReady(postmaster)) {
      if (!postmaster.isAlive()) {
        throw new DatabaseUnavailable(
            "The database in %s did not start. %s%s"
                .formatted(data, log.lastWords(), programs.adviceForRoot()));
      }
      if (System.nanoTime() > end) {
        stop(postmaster);
        throw new DatabaseUnavailable(
            "The database in %s was not ready after %d minutes. Its log is in %s."
                .formatted(data, UNTIL_READY.toMinutes(), log.directory()));
      }
      PostgresProcesses.pause();
    }
    return postmaster;
  }

  /// Its own file says when it takes connections: the pid on the first line, the state on the
  /// eighth (PostgreSQL, `src/include/utils/pidfile.h`).
  private boolean isReady(Process postmaster) {
    try {
      var lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() >= 8
          && lines.getFirst().equals(Long.toString(postmaster.pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException | UncheckedIOException e) {
      return false; // not written yet, or being written
    }
  }

  void dropOldLogs() throws IOException {
    log.dropOldest();
  }

  /// Open transactions are undone, what was acknowledged is kept. Returns once all are gone.
  void stop(Process postmaster) throws IOException {
    if (postmaster.isAlive()) {
      programs.signal("INT", postmaster.pid());
      try {
        if (!postmaster.waitFor(30, TimeUnit.SECONDS)) {
          programs.signal("QUIT", postmaster.pid());
          postmaster.waitFor(10, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    processes.clear(data);
  }
}
