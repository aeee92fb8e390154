package org.sightline.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads a pile of files, each page in a process that is not this one. What is wrong with a page is
/// a refusal of that page; the rest of the pile goes on.
///
/// @param layouts of which a sheet may be
/// @param belongs whether a sheet id is one of the session's
/// @param crops of which zones a picture is handed back
/// @param processes that read at the same time, of at most 512 MB each
/// @param limit for opening and reading one page
/// @param readers where the processes come from
public record SheetReader(
    List<SheetLayout> layouts,
    Predicate<String> belongs,
    Crops crops,
    int processes,
    Duration limit,
    Readers readers) {

  public SheetReader {
    layouts = List.copyOf(layouts);
    if (processes < 1 || processes > 16) {
      throw new IllegalArgumentException("1 to 16 processes, not " + processes);
    }
  }

  /// Two processes, half a minute for a page, any sheet, no pictures.
  public static SheetReader of(List<SheetLayout> layouts) {
    return new SheetReader(
        layouts, sheet -> true, Crops.NONE, 2, Duration.ofSeconds(30), new Readers());
  }

  public SheetReader with(Crops wanted) {
    return new SheetReader(layouts, belongs, wanted, processes, limit, readers);
  }

  public SheetReader onlyOf(Predicate<String> session) {
    return new SheetReader(layouts, session, crops, processes, limit, readers);
  }

  public SheetReader inProcesses(int count) {
    return new SheetReader(layouts, belongs, crops, count, limit, readers);
  }

  public SheetReader within(Duration time) {
    return new SheetReader(layouts, belongs, crops, processes, time, readers);
  }

  public SheetReader by(Readers other) {
    return new SheetReader(layouts, belongs, crops, processes, limit, other);
  }

  /// Reads all pages of all files, in the order of the files and their pages.
  ///
  /// @param each told of every page as soon as it and all before it are read
  /// @throws UncheckedIOException when no process can be started, and pages are left
  public List<PageReading> read(List<Path> files, Consumer<PageReading> each) {
    var all = new ArrayList<PageReading>();
    var pile =
        new Pile(
            files,
            belongs,
            page -> {
              all.add(page);
              each.accept(page);
            });
    int count = Math.max(1, processes);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().name("sheets-" + i).daemon().start(() -> work(pile)));
    }
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    pile.whyLeft()
        .ifPresent(
            why -> {
              throw new UncheckedIOException(why);
            });
    return List.copyOf(all);
  }

  /// Where one process cannot be started, another may go on.
  private void work(Pile pile) {
    try (var child = new ReaderChild(readers, layouts, crops, limit)) {
      for (var task = pile.next(); task != null; task = pile.next()) {
        try {
          pile.done(task, child.ask(task.file(), task.page()));
        } catch (IOException notStarted) {
          pile.giveBack(task, notStarted);
          return;
        }
      }
    } catch (InterruptedException stopped) {
      pile.stop();
      Thread.currentThread().interrupt();
    }
  }
}
