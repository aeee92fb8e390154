package org.sightline.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.reading.ReaderProcess.Answer;

/// The pages that wait, those being read, and those read but not told of yet. How many pages a file
/// has is known after its first.
final class Pile {

  private final List<Path> files;
  private final Predicate<String> belongs;
  private final Consumer<PageReading> tell;
  private final Set<String> sheets = new HashSet<>();
  private final TreeMap<Task, PageReading> read = new TreeMap<>();
  private final TreeMap<Task, Boolean> waiting = new TreeMap<>();
  private final int[] pages;
  private int file;
  private int page = 1;
  private int busy;
  private boolean stopped;
  private @Nullable IOException whyLeft;

  Pile(List<Path> files, Predicate<String> belongs, Consumer<PageReading> tell) {
    this.files = List.copyOf(files);
    this.belongs = belongs;
    this.tell = tell;
    this.pages = new int[files.size()];
    for (int i = 0; i < pages.length; i++) {
      waiting.put(new Task(i, 1, this.files.get(i)), true);
    }
  }

  /// The next page to read; waits while a file being opened may bring more; `null` at the end.
  synchronized @Nullable Task next() throws InterruptedException {
    while (waiting.isEmpty() && busy > 0 && !stopped) {
      wait();
    }
    if (waiting.isEmpty() || stopped) {
      return null;
    }
    busy++;
    return waiting.pollFirstEntry().getKey();
  }

  synchronized void done(Task task, Answer answer) {
    busy--;
    if (task.page() == 1) {
      pages[task.number()] = Math.max(1, answer.pages());
      for (int next = 2; next <= answer.pages(); next++) {
        waiting.put(new Task(task.number(), next, task.file()), true);
      }
    }
    read.put(
        task, new PageReading(task.file(), task.page(), pages[task.number()], answer.reading()));
    tellInOrder();
    notifyAll();
  }

  /// A page that nobody could be started to read: it waits again.
  synchronized void giveBack(Task task, IOException why) {
    busy--;
    waiting.put(task, true);
    whyLeft = why;
    notifyAll();
  }

  /// Why pages were left when nobody was there any more to read them.
  synchronized Optional<IOException> whyLeft() {
    return waiting.isEmpty() || stopped ? Optional.empty() : Optional.ofNullable(whyLeft);
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void tellInOrder() {
    while (file < files.size() && !read.isEmpty()) {
      var first = read.firstKey();
      if (first.number() != file || first.page() != page) {
        return;
      }
      tell.accept(checked(read.pollFirstEntry().getValue()));
      page++;
      if (page > pages[file]) {
        file++;
        page = 1;
      }
    }
  }

  private PageReading checked(PageReading reading) {
    if (!(reading.reading() instanceof SheetReading.Read sheet)) {
      return reading;
    }
    if (!belongs.test(sheet.sheet())) {
      return refused(reading, sheet.sheet(), Refusal.OTHER_SESSION);
    }
    return sheets.add(sheet.sheet())
        ? reading
        : refused(reading, sheet.sheet(), Refusal.SAME_SHEET);
  }

  private static PageReading refused(PageReading reading, String sheet, Refusal why) {
    return new PageReading(
        reading.file(), reading.page(), reading.of(), new Refused(sheet, why, why.sentence()));
  }

  /// @param number of the file in the pile
  /// @param page counted from 1
  record Task(int number, int page, Path file) implements Comparable<Task> {

    @Override
    public int compareTo(Task other) {
      return number == other.number
          ? Integer.compare(page, other.page)
          : Integer.compare(number, other.number);
    }
  }
}
