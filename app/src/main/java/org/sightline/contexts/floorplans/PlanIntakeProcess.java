package org.sightline.contexts.floorplans;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Decodes one file in a second Java process with 256 MB and 20 seconds (UP-02).
///
/// The process is this application's own Java with this application's own classes, started at
/// [PlanIntakeMain]: from a class path as it is, from a repackaged Spring Boot jar through Boot's
/// `PropertiesLauncher`. **When neither is possible** (a native image, a fat jar of another make, a
/// module path) [#read] throws: there is no decoding inside the application to fall back on, and
/// there must never be.
///
/// The process gets an empty environment, so no keys or passwords, and an empty directory that is
/// deleted afterwards. The heap is capped; what the JPEG decoder takes outside it is bounded by
/// [PlanLimits#MAX_DOTS_PROGRESSIVE]. It may still open files and sockets as this user can: the
/// operating system's own fences are the deployer's to add.
public final class PlanIntakeProcess {

  static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 2;
  private static final int MAX_ANSWER_BYTES = 32 * 1024 * 1024;
  private static final String BOOT_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Duration limit;

  public PlanIntakeProcess() {
    this(LIMIT);
  }

  /// @param limit after which the process is killed; shorter in tests
  PlanIntakeProcess(Duration limit) {
    this.limit = limit;
  }

  Intake read(byte[] file, FileKind kind, int page) throws Flawed {
    try {
      if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new Flawed(Flaw.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Flawed(Flaw.BUSY);
    }
    try {
      return readInOwnDirectory(file, kind, page);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the process that opens plans", e);
    } finally {
      places.release();
    }
  }

  private Intake readInOwnDirectory(byte[] file, FileKind kind, int page)
      throws IOException, Flawed {
    var directory = Files.createTempDirectory("plan-intake");
    try {
      return understood(answer(start(directory, kind, page), file));
    } finally {
      delete(directory);
    }
  }

  private static Process start(Path directory, FileKind kind, int page) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Djava.io.tmpdir=" + directory,
            "-Duser.home=" + directory,
            "-Dpdfbox.fontcache=" + directory));
    command.addAll(entryPoint());
    command.addAll(List.of(kind.name(), Integer.toString(page)));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var systemRoot = System.getenv("SystemRoot");
    builder.environment().clear();
    builder.environment().put("CLASSPATH", absoluteClassPath());
    if (systemRoot != null) {
      builder.environment().put("SystemRoot", systemRoot);
    }
    return builder.start();
  }

  /// The main class, or Boot's launcher told to run it.
  private static List<String> entryPoint() {
    var system = ClassLoader.getSystemClassLoader();
    var main = PlanIntakeMain.class.getName();
    if (system.getResource(main.replace('.', '/') + ".class") != null) {
      return List.of(main);
    }
    if (system.getResource(BOOT_LAUNCHER.replace('.', '/') + ".class") != null) {
      return List.of("-Dloader.main=" + main, BOOT_LAUNCHER);
    }
    throw new IllegalStateException(
        "Plans cannot be opened: neither %s nor %s is on the class path of this application"
            .formatted(main, BOOT_LAUNCHER));
  }

  /// The process works in another directory, where `java -jar target/sightline.jar` would mean
  /// nothing.
  private static String absoluteClassPath() {
    var separator = System.getProperty("path.separator");
    var entries = System.getProperty("java.class.path").split(separator);
    return List.of(entries).stream()
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + separator + right)
        .orElse("");
  }

  /// The process reads everything before it writes anything, so one thread can do both.
  private byte[] answer(Process process, byte[] file) throws Flawed {
    var guard = Thread.startVirtualThread(() -> killAfterLimit(process));
    var answer = new byte[0];
    try {
      try (var toProcess = process.getOutputStream()) {
        toProcess.write(file);
      }
      answer = process.getInputStream().readNBytes(MAX_ANSWER_BYTES);
    } catch (IOException e) {
      // It died or was killed; its exit value below says so.
    } finally {
      // Never leave it running, whatever it sent.
      if (answer.length == MAX_ANSWER_BYTES) {
        process.destroyForcibly();
      }
    }
    try {
      guard.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (process.isAlive() || process.exitValue() != 0) {
      throw new Flawed(Flaw.TOO_MUCH_WORK);
    }
    return answer;
  }

  private void killAfterLimit(Process process) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /// Believes nothing the process says beyond a name of ours and a PNG whose header is what it
  /// should be.
  private static Intake understood(byte[] answer) throws Flawed {
    try (var data = new DataInputStream(new ByteArrayInputStream(answer))) {
      var flaw = data.readUTF();
      if (!flaw.isEmpty()) {
        throw new Flawed(Flaw.valueOf(flaw));
      }
      var pages = data.readInt();
      var png = data.readAllBytes();
      var size = PngHeader.read(png);
      return new Intake.Taken(new PlanPicture(png, size.width(), size.height()), pages);
    } catch (IOException | IllegalArgumentException e) {
      throw new Flawed(Flaw.DAMAGED);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
