package org.sightline.proofs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.demonstration.WorldFile;
import org.sightline.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/// The real application as a process of its own, in a data directory of its own, as `bin/sightline
/// demo` starts it.
final class DemoProcess implements AutoCloseable {

  private static final String READY = "Stop with Ctrl-C";

  private final Path directory;
  private final int seed;
  private final int port;
  private final int studentPort;
  private final List<String> more;
  private final @Nullable Path elsewhere;
  private final String settings;
  private final Process process;
  private final Duration startedIn;

  private DemoProcess(
      Path directory,
      int seed,
      int port,
      int studentPort,
      List<String> more,
      String until,
      @Nullable Path elsewhere,
      String settings) {
    this.elsewhere = elsewhere;
    this.settings = settings;
    this.directory = directory;
    this.seed = seed;
    this.port = port;
    this.studentPort = studentPort;
    this.more = more;
    long began = System.nanoTime();
    this.process = launch(until);
    this.startedIn = Duration.ofNanos(System.nanoTime() - began);
  }

  /// Returns once both sites answer.
  ///
  /// @param more options of `demo`, as they are typed
  static DemoProcess start(Path directory, int seed, String... more) {
    return new DemoProcess(directory, seed, freePort(), freePort(), List.of(more), READY, null, "");
  }

  /// @param elsewhere is its working directory, its user's home and where temporary files go
  static DemoProcess startFrom(Path elsewhere, Path directory, int seed) {
    var settings = "-Djava.io.tmpdir=%1$s -Duser.home=%1$s".formatted(elsewhere);
    return new DemoProcess(
        directory, seed, freePort(), freePort(), List.of(), READY, elsewhere, settings);
  }

  /// Nobody is reminded of anything, which would happen a minute after the start.
  static DemoProcess startWithoutReminders(Path directory, int seed) {
    var settings =
        Stream.of("mail.delay", "engagement.reminders-delay", "plans.reminders-delay")
            .map(clock -> "-Dsightline." + clock + "=P1D")
            .collect(Collectors.joining(" "));
    return new DemoProcess(
        directory, seed, freePort(), freePort(), List.of(), READY, null, settings);
  }

  /// On a port whose next is free too, and without saying where the student site is.
  static DemoProcess startOnOnePort(Path directory, int seed) {
    int port = freePort();
    while (!isFree(port + 1)) {
      port = freePort();
    }
    return new DemoProcess(directory, seed, port, port + 1, List.of(), READY, null, "");
  }

  private static boolean isFree(int port) {
    try (var socket = new java.net.ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /// Returns as soon as it has said this, ready or not.
  static DemoProcess startUntil(Path directory, int seed, String said) {
    return new DemoProcess(directory, seed, freePort(), freePort(), List.of(), said, null, "");
  }

  /// Once more on the same data and under the same addresses, after this one has ended.
  DemoProcess startAgain() {
    return new DemoProcess(directory, seed, port, studentPort, more, READY, elsewhere, settings);
  }

  private Process launch(String until) {
    try {
      Files.createDirectories(directory);
      long began = System.nanoTime();
      var options =
          List.of(
              "demo", "--data-dir", directory.toString(), "--seed", "" + seed, "--port", "" + port);
      var ports =
          studentPort == port + 1 ? List.<String>of() : List.of("--student-port", "" + studentPort);
      var command =
          command(Stream.of(options, ports, more).flatMap(List::stream).toArray(String[]::new));
      if (!settings.isEmpty()) {
        command.environment().put("JAVA_TOOL_OPTIONS", settings);
      }
      if (elsewhere != null) {
        command.directory(elsewhere.toFile()).environment().put("HOME", elsewhere.toString());
      }
      var started = run(directory, command);
      while (!Files.readString(log(directory)).contains(until)) {
        if (!started.isAlive() || System.nanoTime() - began > Duration.ofMinutes(4).toNanos()) {
          started.destroyForcibly();
          throw new IllegalStateException("It did not start: " + Files.readString(log(directory)));
        }
        Thread.sleep(50);
      }
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// Runs another command on the same data to its end.
  ///
  /// @return its exit code and what it said
  static String command(Path directory, String... arguments) {
    try {
      var process = run(directory, arguments);
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      return process.exitValue() + ": " + Files.readString(log(directory));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  WorldFile world() {
    return JsonMapper.shared().readValue(directory.resolve("demo.json").toFile(), WorldFile.class);
  }

  Path directory() {
    return directory;
  }

  Duration startedIn() {
    return startedIn;
  }

  Process process() {
    return process;
  }

  /// The first with this role, signed in.
  Visitor signedIn(String role) {
    var world = world();
    var entry = world.signIns().stream().filter(s -> s.role().equals(role)).findFirst();
    var visitor = Visitor.at(world.staffUrl());
    visitor.post(
        "/signing-in",
        "username",
        entry.orElseThrow().username(),
        "password",
        entry.orElseThrow().password());
    return visitor;
  }

  Visitor student() {
    return Visitor.at(world().studentUrl());
  }

  /// The database's first process, by the file in which it says its number.
  ProcessHandle database() {
    return postmaster(directory).orElseThrow();
  }

  static java.util.Optional<ProcessHandle> postmaster(Path directory) {
    try {
      var file = directory.resolve("postgresql/data/postmaster.pid");
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : java.util.Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Every process with this directory in its command line that is not ours to begin with.
  static List<ProcessHandle> left(Path directory) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(directory.toString()))
        .filter(p -> p.pid() != ProcessHandle.current().pid())
        .toList();
  }

  /// As Ctrl-C does.
  void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("It does not end on SIGINT");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// What it has said since it was started.
  String said() {
    try {
      return Files.readString(log(directory));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Ends the application and the database it may have left.
  @Override
  public void close() {
    if (process.isAlive()) {
      interrupt();
    }
    postmaster(directory).ifPresent(ProcessHandle::destroy);
  }

  static Path log(Path directory) {
    return directory.resolveSibling(directory.getFileName() + ".log");
  }

  static Process run(Path directory, String... arguments) throws IOException {
    return run(directory, command(arguments));
  }

  private static Process run(Path directory, ProcessBuilder command) throws IOException {
    return command.redirectErrorStream(true).redirectOutput(log(directory).toFile()).start();
  }

  /// A command as a process of its own, about to be started.
  static ProcessBuilder command(String... arguments) {
    var classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(part -> !part.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    var command =
        Stream.concat(
                Stream.of(
                    // A shell that runs tests in the background has its children ignore SIGINT.
                    "env",
                    "--default-signal=INT",
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classes,
                    "org.sightline.Sightline"),
                Arrays.stream(arguments))
            .toList();
    return new ProcessBuilder(command);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
