package org.sightline.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the unpacked programs, each in the way this system asks for.
///
/// * PostgreSQL refuses to run as root. Where the application must (a container, say), `unshare -U`
///   gives its programs a user namespace in which they are nobody, and files still are root's own.
/// * Ctrl-C reaches every process of the terminal's group at once. `setsid` takes the database out
///   of it, so that the application can finish its work and then stop its database itself.
final class PostgresPrograms {

  private final PostgresBinaries binaries;
  private final boolean asRoot;

  PostgresPrograms(PostgresBinaries binaries) throws IOException {
    this.binaries = binaries;
    this.asRoot = isRunByRoot();
    if (asRoot && !isInstalled("unshare")) {
      throw new DatabaseUnavailable(
          "The database cannot be run by root here, because the program "
              + "unshare is missing. Run Sightline as an ordinary user.");
    }
  }

  /// What to add to the reason why a program failed.
  String adviceForRoot() {
    if (!asRoot) {
      return "";
    }
    return " Sightline is run by root, which PostgreSQL refuses; if this "
        + "system forbids user namespaces too, run Sightline as an ordinary "
        + "user.";
  }

  /// Starts a program and leaves it running.
  ///
  /// @param output where everything it says goes
  Process start(ProcessBuilder.Redirect output, String name, List<String> arguments) {
    var command = new ArrayList<String>();
    if (asRoot) {
      command.addAll(List.of("unshare", "-U"));
    }
    if (isInstalled("setsid")) {
      command.add("setsid");
    }
    command.add(binaries.program(name));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    process.redirectOutput(output);
    // Somebody's own PGDATA, PGPORT or locale is not meant for this database.
    process.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("LC_"));
    process.environment().put("LC_ALL", "C");
    try {
      return process.start();
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          ("The database program %s could not be run. If its disk forbids "
                  + "programs (noexec), choose another data directory.")
              .formatted(binaries.program(name)),
          e);
    }
  }

  /// Sends a signal, on Windows too.
  ///
  /// @param signal as PostgreSQL understands it: `INT` stops it at once but cleanly, `QUIT` leaves
  ///     the cleaning to the next start
  void signal(String signal, long pid) {
    var arguments = List.of("kill", signal, Long.toString(pid));
    await(start(ProcessBuilder.Redirect.DISCARD, "pg_ctl", arguments));
  }

  /// @return what the program answered, 0 when all is well
  static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start or stop of the database was interrupted.", e);
    }
  }

  /// The owner of `/proc/self` is who we run as; the name of a user proves nothing.
  private static boolean isRunByRoot() throws IOException {
    var self = Path.of("/proc/self");
    return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
  }

  private static boolean isInstalled(String program) {
    var path = System.getenv("PATH");
    return File.separatorChar == '/'
        && path != null
        && List.of(path.split(File.pathSeparator)).stream()
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
