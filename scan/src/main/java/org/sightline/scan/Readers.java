package org.sightline.scan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sightline.scan.reading.ReaderProcess;

/// Starts the processes that read pictures. Some can be started before there is anything to read:
/// they load what they need while a file is still on its way.
public final class Readers implements AutoCloseable {

  /// Of the heap, in megabytes. What Java needs beside it stays below 512 together.
  static final int HEAP = 320;

  /// One that was not needed ends by itself a little later.
  private static final long KEEPS = ReaderProcess.WAITS.minus(Duration.ofSeconds(20)).toNanos();

  private record Ready(Process process, long since) {
    boolean isGood() {
      return process.isAlive() && System.nanoTime() - since < KEEPS;
    }
  }

  private final Path java;
  private final Deque<Ready> waiting = new ArrayDeque<>();

  /// In the Java that runs this.
  public Readers() {
    this(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  public Readers(Path java) {
    this.java = java;
  }

  /// Sees to it that so many processes wait for pages. What cannot be started now is told of when
  /// it is needed.
  public synchronized void ready(int count) {
    forgetOld();
    try {
      while (waiting.size() < count) {
        waiting.add(new Ready(start(), System.nanoTime()));
      }
    } catch (IOException later) {
      // Reading says so.
    }
  }

  /// One that waited, or a new one.
  synchronized Process next() throws IOException {
    forgetOld();
    var ready = waiting.poll();
    return ready == null ? start() : ready.process();
  }

  private void forgetOld() {
    waiting.stream()
        .filter(ready -> !ready.isGood())
        .forEach(ready -> ready.process().destroyForcibly());
    waiting.removeIf(ready -> !ready.isGood());
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private List<String> command() {
    var limits =
        List.of(
            java.toString(),
            "-Xmx" + HEAP + "m",
            "-Xss768k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            // Answers alone are on the standard output.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true");
    var all = new ArrayList<>(limits);
    var classes = System.getProperty("java.class.path");
    if (isInsideOneJar()) {
      all.addAll(
          List.of(
              "-cp",
              classes,
              "-Dloader.main=" + ReaderProcess.class.getName(),
              "org.springframework.boot.loader.launch.PropertiesLauncher"));
    } else {
      all.addAll(List.of("-cp", absolute(classes), ReaderProcess.class.getName()));
    }
    return all;
  }

  /// Spring Boot's jar of jars, which only its own launcher can read.
  private static boolean isInsideOneJar() {
    var here = ReaderProcess.class.getResource("ReaderProcess.class");
    return here != null && here.toString().startsWith("jar:nested:");
  }

  private static String absolute(String classes) {
    return String.join(
        File.pathSeparator,
        List.of(classes.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /// Ends those that wait.
  @Override
  public synchronized void close() {
    waiting.forEach(ready -> ready.process().destroyForcibly());
    waiting.clear();
  }
}
