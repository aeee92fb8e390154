package org.sightline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Start-up to ready and memory at rest, beside a bare Spring Boot page in the same run. Starts
/// each program in turn, several times, and counts the memory of its whole tree of processes.
@Command(name = "start-up", mixinStandardHelpOptions = true)
final class StartUp implements Callable<Integer> {

  @Option(names = "--jar", required = true, description = "The application's jar")
  private Path jar = Path.of(".");

  @Option(names = "--bare-jar", required = true, description = "The bare page's jar")
  private Path bare = Path.of(".");

  @Option(
      names = "--data-dir",
      required = true,
      description = "A demonstration that exists already")
  private Path data = Path.of(".");

  @Option(names = "--port", defaultValue = "8490")
  private int port;

  @Option(names = "--times", defaultValue = "5")
  private int times;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  StartUp() {}

  private record Measured(double seconds, long megabytes) {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var ours =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString(),
            "demo",
            "--data-dir",
            data.toString(),
            "--port",
            "" + port);
    var theirs =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-jar",
            bare.toString(),
            "--server.port=" + (port + 2));
    out.println(
        "| program | ready after s (each run) | memory at rest MB (whole tree, proportional) |\n|---|---|---|");
    var rows = new String[2][2];
    for (int i = 0; i < 2; i++) {
      rows[i] = new String[] {"", ""};
    }
    for (int i = 0; i < times; i++) {
      add(rows[0], measure(ours, port, "/signing-in"));
      add(rows[1], measure(theirs, port + 2, "/"));
    }
    out.println("| Sightline with its database | " + rows[0][0] + " | " + rows[0][1] + " |");
    out.println("| bare Spring Boot page | " + rows[1][0] + " | " + rows[1][1] + " |");
    out.flush();
    return 0;
  }

  private static void add(String[] row, Measured measured) {
    row[0] += "%s%.1f".formatted(row[0].isEmpty() ? "" : ", ", measured.seconds());
    row[1] += "%s%d".formatted(row[1].isEmpty() ? "" : ", ", measured.megabytes());
  }

  private static Measured measure(List<String> command, int port, String path)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitPage(URI.create("http://localhost:" + port), path);
      double seconds = (System.nanoTime() - start) / 1e9;
      Thread.sleep(8_000);
      long kilobytes =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())
              .mapToLong(handle -> proportional(handle.pid()))
              .sum();
      return new Measured(seconds, kilobytes / 1024);
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static void awaitPage(URI site, String path) throws InterruptedException {
    for (int i = 0; i < 1_200; i++) {
      try (var browser = new Browser(site)) {
        if (browser.get(path).status() == 200) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("Nothing answered at " + site);
  }

  private static long proportional(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    } catch (IOException gone) {
      return 0;
    }
  }
}
