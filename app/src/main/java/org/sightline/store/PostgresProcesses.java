package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The processes of one cluster that outlived whoever started them.
///
/// A process belongs to the cluster when the program it runs lies under the cluster's own
/// directory: that holds on every system, and no number from a file left behind is trusted alone.
///
/// @param home holds the programs, the data and nothing of anybody else's, as its real path
record PostgresProcesses(Path home, PostgresPrograms programs) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration IMPATIENCE = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration MOMENT = Duration.ofMillis(5);

  /// Ends them: first by asking their postmaster, then less politely. Only for the owner of the
  /// [DataDirectoryLock], since whatever runs is then an orphan.
  void clear(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    var postmaster = pidIn(pidFile);
    postmaster.filter(this::isOurs).ifPresent(this::stop);
    // Without a postmaster they leave by themselves, within moments unless they are computing.
    if (!areGoneWithin(GRACE)) {
      live().forEach(ProcessHandle::destroyForcibly);
      if (!areGoneWithin(IMPATIENCE)) {
        throw new DatabaseUnavailable(
            ("An earlier database still runs on %s and cannot be stopped "
                    + "(processes %s). End it, or restart this machine.")
                .formatted(home, live().stream().map(ProcessHandle::pid).toList()));
      }
    }
    // PostgreSQL refuses to start while the number in its file is anybody's, ours or not.
    if (postmaster.flatMap(ProcessHandle::of).isPresent()) {
      Files.deleteIfExists(pidFile);
    }
  }

  /// Refuses a place from which a database was moved away while it ran: it goes on, and writes what
  /// it knows of its log into whatever lies there now, which then never starts again.
  ///
  /// @param data where a cluster is to be
  /// @throws DatabaseUnavailable with a sentence
  static void refuseMoved(Path home, Path data) {
    var moved =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().command().filter(PostgresProcesses::isIt).isPresent())
            .filter(process -> runsOn(process, data))
            .filter(process -> !runsProgramOf(process, home))
            .map(ProcessHandle::pid)
            .toList();
    if (!moved.isEmpty()) {
      throw new DatabaseUnavailable(
          "The database that was moved away from %s still runs (processes %s) and would ruin one in its place. Nothing was done. End the Sightline it belongs to, and try again."
              .formatted(data, moved));
    }
  }

  private static boolean isIt(String program) {
    return Path.of(program).endsWith("postgres");
  }

  private static boolean runsOn(ProcessHandle process, Path data) {
    var arguments = List.of(process.info().arguments().orElse(new String[0]));
    int at = arguments.indexOf("-D");
    return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals(data.toString());
  }

  private void stop(long postmaster) {
    programs.signal("INT", postmaster);
    if (!areGoneWithin(PATIENCE)) {
      programs.signal("QUIT", postmaster);
      areGoneWithin(IMPATIENCE);
    }
  }

  private boolean areGoneWithin(Duration limit) {
    var end = System.nanoTime() + limit.toNanos();
    while (!live().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  static void pause() {
    try {
      Thread.sleep(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start or stop of the database was interrupted.", e);
    }
  }

  private boolean isOurs(long pid) {
    return live().stream().anyMatch(process -> process.pid() == pid);
  }

  private List<ProcessHandle> live() {
    return ProcessHandle.allProcesses().filter(this::runsOurProgram).toList();
  }

  private boolean runsOurProgram(ProcessHandle process) {
    return runsProgramOf(process, home);
  }

  private static boolean runsProgramOf(ProcessHandle process, Path home) {
    return process
        .info()
        .command()
        .filter(program -> Path.of(program).startsWith(home))
        .isPresent();
  }

  private static Optional<Long> pidIn(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile).stream()
        .findFirst()
        .filter(line -> line.matches("\\d{1,10}"))
        .map(Long::valueOf);
  }
}
