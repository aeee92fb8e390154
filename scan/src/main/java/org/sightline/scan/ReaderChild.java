package org.sightline.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.reading.ReaderProcess.Answer;
import org.sightline.scan.reading.ReaderProcess.Question;
import org.sightline.scan.reading.ReaderProcess.Start;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One [ReaderProcess] from outside: started when it is first needed, ended when it takes too long,
/// started again for the next page.
final class ReaderChild implements AutoCloseable {

  /// What Java exits with when the heap is full.
  private static final int OUT_OF_MEMORY = 3;

  private static final Set<Refusal> ENDED =
      EnumSet.of(Refusal.TOO_LONG, Refusal.TOO_MUCH_MEMORY, Refusal.FAILED);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// To start anew and say how many pages a file has.
  private static final Duration OPENING = Duration.ofSeconds(20);

  private final Readers readers;
  private final List<SheetLayout> layouts;
  private final Crops crops;
  private final Duration limit;
  private @Nullable Process process;
  private BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  ReaderChild(Readers readers, List<SheetLayout> layouts, Crops crops, Duration limit) {
    this.readers = readers;
    this.layouts = layouts;
    this.crops = crops;
    this.limit = limit;
  }

  /// Never throws for what is in a file. When the first page ends the process, a fresh one says
  /// how many more there are: those are read all the same.
  ///
  /// @throws IOException when no process can be started
  Answer ask(Path file, int page) throws IOException, InterruptedException {
    var answer = answer(new Question(file.toAbsolutePath().toString(), page), limit);
    var why = why(answer);
    if (page > 1 || why == null || !ENDED.contains(why)) {
      return answer;
    }
    var opened = answer(new Question(file.toAbsolutePath().toString(), Question.NO_PAGE), OPENING);
    return why(opened) == Refusal.NO_SUCH_PAGE
        ? new Answer(opened.pages(), null, answer.refused())
        : refused(Refusal.NOT_OPENED);
  }

  private Answer answer(Question question, Duration within)
      throws IOException, InterruptedException {
    var child = running();
    send(child, JSON.writeValueAsString(question));
    var line = lines.poll(within.toMillis(), TimeUnit.MILLISECONDS);
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

  private static @Nullable Refusal why(Answer answer) {
    return answer.reading() instanceof Refused refused ? refused.why() : null;
  }

  private static Answer refused(Refusal why) {
    return new Answer(1, null, Refused.because(why));
  }

  private Process running() throws IOException {
    if (process != null && process.isAlive()) {
      return process;
    }
    var started = readers.next();
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
