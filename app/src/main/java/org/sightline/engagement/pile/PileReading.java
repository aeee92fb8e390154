package org.sightline.engagement.pile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.scan.Crops;
import org.sightline.scan.PageReading;
import org.sightline.scan.Readers;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReader;
import org.sightline.scan.SheetReading;
import org.sightline.store.SystemStore;
import org.sightline.store.WorkingFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Reads piles in the background, one after the other, each page in one of two processes of `scan`.
/// What waits lies in the database: after a restart it is gone on with. While files are read they
/// lie in a folder of the data directory that only this user of the machine can open.
@Component
class PileReading implements DisposableBean {

  static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  private static final Logger LOG = LoggerFactory.getLogger(PileReading.class);
  private static final int FILES_AT_ONCE = 24;
  private static final int PROCESSES = 2;
  private static final Duration A_PAGE = Duration.ofSeconds(30);

  private final JdbcFiles files;
  private final PageRecording recording;
  private final PrintedPages printed;
  private final Keying keying;
  private final Sessions sessions;
  private final Processes processes;
  private final SystemProcesses system;
  private final SystemStore store;
  private final WorkingFiles working;
  final Map<Pile, PilePace> running = new ConcurrentHashMap<>();
  private final Set<Pile> stuck = ConcurrentHashMap.newKeySet();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("piles").factory());

  PileReading(
      JdbcFiles files,
      PageRecording recording,
      PrintedPages printed,
      Keying keying,
      Sessions sessions,
      Processes processes,
      SystemProcesses system,
      SystemStore store,
      WorkingFiles working) {
    this.files = files;
    this.recording = recording;
    this.printed = printed;
    this.keying = keying;
    this.sessions = sessions;
    this.processes = processes;
    this.system = system;
    this.store = store;
    this.working = working;
  }

  /// Where the reading processes come from.
  volatile Readers readers = new Readers();

  record Pile(SessionId session, UserId by) {}

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    system
        .look(
            () ->
                store
                    .jdbc()
                    .sql(
                        "select distinct session_id, dropped_by from engagement.pile_file where state = 'QUEUED'")
                    .query(
                        (row, n) ->
                            new Pile(
                                new SessionId(row.getObject(1, UUID.class)),
                                new UserId(row.getObject(2, UUID.class))))
                    .list())
        .forEach(pile -> read(pile.session(), pile.by()));
  }

  /// Sees to it that a person's pile is read; again is harmless.
  void read(SessionId session, UserId by) {
    var pile = new Pile(session, by);
    if (running.putIfAbsent(pile, new PilePace(System::nanoTime)) == null) {
      reader.execute(() -> work(pile));
    }
  }

  /// Lets a reading process start while a file is still on its way, where none are at work. One,
  /// for the first page of a file says how many there are, and taking the file in needs the other
  /// core.
  void getReady() {
    if (running.isEmpty()) {
      readers.ready(1);
    }
  }

  /// Whether the last try to read a pile found no process that could be started.
  boolean isStuck(SessionId session, UserId by) {
    return stuck.contains(new Pile(session, by));
  }

  /// How long so many pages will take at the speed so far; nothing until a few were read.
  Optional<Duration> estimate(SessionId session, UserId by, int pages) {
    return pace(new Pile(session, by)).flatMap(pace -> pace.left(pages));
  }

  private void work(Pile pile) {
    try {
      var who = SignedIn.as(pile.by());
      var session = sessions.find(who, pile.session());
      var sheet = keying.sheet(who, pile.session());
      if (readSome(pile, who, session, sheet)) {
        // Behind the piles of others.
        reader.execute(() -> work(pile));
      } else {
        running.remove(pile);
      }
    } catch (Refused | NotThere over) {
      running.remove(pile);
      LOG.info("A pile is not read on: its session is over, or not theirs any more");
    } catch (RuntimeException failed) {
      running.remove(pile);
      LOG.warn("A pile could not be read on; it goes on when its page is opened", failed);
    }
  }

  /// @return whether there may be more
  private boolean readSome(Pile pile, SignedIn who, Session session, OpenSheet sheet) {
    var queued =
        processes.look(
            who,
            () ->
                files.of(pile.session(), pile.by()).stream()
                    .filter(file -> !file.isRead())
                    .limit(FILES_AT_ONCE)
                    .toList());
    if (queued.isEmpty()) {
      return false;
    }
    try (var folder = working.folder()) {
      var copies = new HashMap<Path, UUID>();
      var paths =
          queued.stream()
              .map(file -> copy(pile, who, folder.file("" + copies.size()), file.id(), copies))
              .toList();
      return readAll(pile, who, session, sheet, paths, copies) > 0;
    }
  }

  private Path copy(Pile pile, SignedIn who, Path to, UUID file, Map<Path, UUID> copies) {
    try (var out = Files.newOutputStream(to)) {
      processes.look(
          who,
          () -> {
            files.copy(pile.session(), file, out);
            return true;
          });
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    copies.put(to, file);
    return to;
  }

  /// @return how many pages were written down; 0 where no process can be started, and no further
  ///     try is made before the page is looked at
  private int readAll(
      Pile pile,
      SignedIn who,
      Session session,
      OpenSheet sheet,
      List<Path> paths,
      Map<Path, UUID> copies) {
    var layouts = processes.look(who, () -> printed.layouts(pile.session()));
    var known = processes.look(who, () -> printed.all(pile.session()));
    var done = new AtomicInteger();
    try (var recorder = Executors.newSingleThreadExecutor()) {
      new SheetReader(
              layouts,
              code -> known.contains(printed.known(pile.session(), code)),
              Crops.FOR_REVIEW,
              PROCESSES,
              A_PAGE,
              readers)
          .read(
              paths,
              page ->
                  recorder.execute(() -> record(pile, who, session, sheet, page, copies, done)));
      recorder.shutdown();
      recorder.awaitTermination(5, TimeUnit.MINUTES);
    } catch (UncheckedIOException notStarted) {
      stuck.add(pile);
      LOG.error("No process could be started to read a pile: is there enough memory?", notStarted);
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return done.get();
  }

  private void record(
      Pile pile,
      SignedIn who,
      Session session,
      OpenSheet sheet,
      PageReading page,
      Map<Path, UUID> copies,
      AtomicInteger done) {
    UUID file = copies.get(page.file());
    if (file == null) {
      return;
    }
    try {
      if (recording.record(who, session, sheet, file, page)) {
        done.incrementAndGet();
      }
    } catch (Refused | NotThere over) {
      LOG.info("A page of a pile is left out: its session is over, or not theirs any more");
    } catch (RuntimeException failed) {
      LOG.warn("A page of a pile could not be written down", failed);
      if (page.reading() instanceof SheetReading.Read) {
        var said = SheetReading.Refused.because(Refusal.FAILED);
        var instead = new PageReading(page.file(), page.page(), page.of(), said);
        record(pile, who, session, sheet, instead, copies, done);
        return;
      }
    }
    stuck.remove(pile);
    pace(pile).ifPresent(PilePace::read);
  }

  private Optional<PilePace> pace(Pile pile) {
    return Optional.ofNullable(running.get(pile));
  }

  @Override
  public void destroy() {
    reader.shutdownNow();
    readers.close();
  }
}
