package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How long a backup takes, its proof and its restore, and how much memory the command needs. Fills
/// a started demonstration with invented maps first, until its database has this size.
@Command(name = "backup", mixinStandardHelpOptions = true)
final class Backups implements Callable<Integer> {

  @Option(names = "--jar", required = true, description = "The application's jar")
  private Path jar = Path.of(".");

  @Option(names = "--data-dir", required = true, description = "A started demonstration")
  private Path data = Path.of(".");

  @Option(names = "--work-dir", required = true, description = "Where backups may be written")
  private Path work = Path.of(".");

  @Option(names = "--megabytes", defaultValue = "1024", description = "Size of the database")
  private long megabytes;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  Backups() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    Files.createDirectories(work);
    fill();
    Path file = work.resolve("bench.backup");
    Path place = work.resolve("restored");
    Path keys = work.resolve("pair");
    Path ring = data.resolve("keys/installation.key");
    run("backup", "--make-key=" + keys);
    out.printf("database %,d MB%n", size() >> 20);
    out.println("| step | s | peak memory of the command, MB |\n|---|---|---|");
    out.println(
        row(
            "backup",
            run(
                "backup",
                file.toString(),
                "--public-key=" + keys.resolve("backup-public.key"),
                "--data-dir=" + data)));
    out.printf("file %,d MB%n", Files.size(file) >> 20);
    out.println(
        row(
            "restore",
            run(
                "restore",
                file.toString(),
                "--private-key=" + keys.resolve("backup-private.key"),
                "--key-file=" + ring,
                "--data-dir=" + place)));
    out.println(
        row(
            "verify-backup",
            run(
                "verify-backup",
                file.toString(),
                "--private-key=" + keys.resolve("backup-private.key"),
                "--key-file=" + ring,
                "--scratch-dir=" + work)));
    out.flush();
    return 0;
  }

  private record Measured(double seconds, long megabytes) {}

  private static String row(String step, Measured measured) {
    return "| %s | %.1f | %d |".formatted(step, measured.seconds(), measured.megabytes());
  }

  private Measured run(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<String>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(arguments[0] + ".log").toFile())
            .start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, resident(process.pid()));
      Thread.sleep(100);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s ended with %d, see %s"
              .formatted(arguments[0], process.exitValue(), work.resolve(arguments[0] + ".log")));
    }
    return new Measured((System.nanoTime() - start) / 1e9, peak >> 10);
  }

  private static long resident(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    } catch (IOException gone) {
      return 0;
    }
  }

  private void fill() throws IOException, InterruptedException, SQLException {
    try (var owner = new Owner(World.read(data))) {
      String round = owner.round(60);
      for (var session : owner.sessions(round, 2)) {
        owner.close(session, 0);
      }
      var id = java.util.UUID.fromString(round.substring(round.lastIndexOf('/') + 1));
      while (size() < megabytes << 20) {
        Filling.fill(data, id, 10_000);
      }
    }
  }

  private long size() throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).get(3).strip();
    String password = Files.readString(data.resolve("postgresql/superuser")).strip();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sightline", "postgres", password);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_database_size(current_database())")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
