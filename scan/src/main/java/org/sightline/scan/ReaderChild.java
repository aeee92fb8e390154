package org.sightline.scan;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.reading.ReaderProcess;
import org.sightline.scan.reading.ReaderProcess.Answer;
import org.sightline.scan.reading.ReaderProcess.Question;
import org.sightline.scan.reading.ReaderProcess.Start;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One [ReaderProcess] from outside: started when it is first needed, ended when it takes too long,
/// started again for the next page.
final class ReaderChild implements AutoCloseable {

  /// Of the heap, in megabytes. What Java needs beside it stays below 512 together.
  static final int HEAP = 320;

  /// What Java exits with when the heap is full.
  private static final int OUT_OF_MEMORY = 3;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<SheetLayout> layouts;
  private final Crops crops;
  private final Duration limit;
  private @Nullable Process process;
  private BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  ReaderChild(List<SheetLayout> layouts, Crops crops, Duration limit) {
    this.layouts = layouts;
    this.crops = crops;
    this.limit = limit;
  }

  /// Never throws for what is in a file.
  Answer ask(Path file, int page) throws IOException, InterruptedException {
    var child = running();
    send(child, JSON.writeValueAsString(new Question(file.toAbsolutePath().toString(), page)));
    var line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      end();
      return refused(Refusal.TOO_LONG);
    }
    if (line.isEmpty()) {
      boolean gone = child.waitFor(5, TimeUnit.SECONDS);
      int code = gone ? child.exitValue() : -1;
      end();
      return refused(code == OUT_OF_MEMORY ? Refusal.TOO_MUCH_MEMORY : Refusal.FAILED);
    }
    try {
      return JSON.readValue(line.get(), Answer.class);
    } catch (JacksonException garbled) {
      end();
      return refused(Refusal.FAILED);
    }
  }

  private static Answer refused(Refusal why) {
    return new Answer(1, null, Refused.because(why));
  }

  private Process running() throws IOException {
    if (process != null && process.isAlive()) {
      return process;
    }
    var builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var started = builder.start();
    process = started;
    var from = new LinkedBlockingQueue<Optional<String>>();
    lines = from;
    Thread.ofVirtual().start(() -> listen(started, from));
    send(
        started,
        JSON.writeValueAsString(
            new Start(layouts.stream().map(LayoutFiles::write).toList(), crops)));
    return started;
  }

  private static void send(Process child, String line) {
    try {
      OutputStream to = child.getOutputStream();
      to.write((line.replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException gone) {
      // It has ended: that is noticed where its answer is awaited.
    }
  }

  private static void listen(Process child, BlockingQueue<Optional<String>> lines) {
    try (var from =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = from.readLine(); line != null; line = from.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException ended) {
      // The same as its end.
    }
    lines.add(Optional.empty());
  }

  private static List<String> command() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var limits =
        List.of(
            java,
            "-Xmx" + HEAP + "m",
            "-Xss768k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
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

  /// Its number, for whoever measures it; -1 when none runs.
  long pid() {
    return process == null ? -1 : process.pid();
  }

  private void end() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  @Override
  public void close() {
    end();
  }
}
