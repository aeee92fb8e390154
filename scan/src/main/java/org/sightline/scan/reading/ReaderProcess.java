package org.sightline.scan.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Crops;
import org.sightline.scan.LayoutFiles;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Refused;
import tools.jackson.databind.json.JsonMapper;

/// The process in which pictures are opened, so that a hostile one ends this and nothing else. It
/// is started with little memory, no environment and no keys.
///
/// On its standard input, a line each: first the layouts and which crops are wanted, then one page
/// after another. On its standard output, a line for each page. While nothing comes it loads what
/// it will need.
public final class ReaderProcess {

  static final JsonMapper JSON = JsonMapper.builder().build();

  /// One that is started before it is needed ends by itself when nothing comes for so long.
  public static final Duration WAITS = Duration.ofMinutes(2);

  private final PageReader reader;
  private final Crops crops;
  private @Nullable OpenFile open;

  private ReaderProcess(Start start) {
    this.reader = new PageReader(start.layouts().stream().map(LayoutFiles::readLayout).toList());
    this.crops = start.crops();
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    PrintStream out = System.out;
    System.setOut(System.err);
    var isNeeded = new AtomicBoolean();
    Thread.ofVirtual().start(() -> endUnless(isNeeded));
    if (System.in.available() == 0) {
      Warming.warm();
    }
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var first = lines.readLine();
    if (first == null) {
      return;
    }
    isNeeded.set(true);
    var process = new ReaderProcess(JSON.readValue(first, Start.class));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var answer = process.answer(JSON.readValue(line, Question.class));
      out.write((JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private static void endUnless(AtomicBoolean isNeeded) {
    try {
      Thread.sleep(WAITS);
    } catch (InterruptedException ending) {
      return;
    }
    if (!isNeeded.get()) {
      Runtime.getRuntime().halt(0);
    }
  }

  private Answer answer(Question question) {
    int pages = 1;
    try {
      var file = open(Path.of(question.file()));
      pages = file.pages();
      return Answer.of(pages, file.read(question.page(), picture -> reader.read(picture, crops)));
    } catch (NotRead refusal) {
      return Answer.of(pages, refusal.refused());
    } catch (IOException | RuntimeException unforeseen) {
      unforeseen.printStackTrace(System.err);
      return Answer.of(pages, Refused.because(Refusal.FAILED));
    } catch (StackOverflowError nested) {
      return Answer.of(pages, Refused.because(Refusal.DAMAGED));
    }
  }

  private OpenFile open(Path file) throws IOException {
    if (open == null || !open.is(file)) {
      if (open != null) {
        open.close();
        open = null;
      }
      open = OpenFile.open(file);
    }
    return open;
  }

  /// @param layouts as JSON
  public record Start(List<String> layouts, Crops crops) {}

  /// @param page counted from 1; of [#NO_PAGE] only how many pages there are is answered
  public record Question(String file, int page) {
    public static final int NO_PAGE = 0;
  }

  /// One of the two is there.
  public record Answer(
      int pages, SheetReading.@Nullable Read read, SheetReading.@Nullable Refused refused) {

    static Answer of(int pages, SheetReading reading) {
      return switch (reading) {
        case SheetReading.Read read -> new Answer(pages, read, null);
        case Refused refused -> new Answer(pages, null, refused);
      };
    }

    public SheetReading reading() {
      if (read != null) {
        return read;
      }
      return refused == null ? Refused.because(Refusal.FAILED) : refused;
    }
  }
}
