package org.sightline.bench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A working day of a whole partnership (R-10b): so many practitioners are signed in, each in a
/// browser of their own, and each does one thing every few seconds: reads, writes, looks through a
/// list, opens the score map. The bar is a 95th percentile of half a second over all of it, and not
/// one answer of 500 or more.
@Command(name = "practitioners", mixinStandardHelpOptions = true)
final class Practitioners implements Callable<Integer> {

  @Option(names = "--data-dir", required = true)
  private Path data = Path.of(".");

  @Option(names = "--people", defaultValue = "400")
  private int people;

  @Option(names = "--every", defaultValue = "10", description = "Seconds from action to action")
  private int every;

  @Option(names = "--seconds", defaultValue = "120", description = "How long they work")
  private int seconds;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  Practitioners() {}

  private static final int RECORDS = 30;

  /// Where they work.
  private record Places(List<String> sessions, String scored, Chair.Piece piece) {}

  /// What somebody does, and how often in a hundred times (R-10b).
  private enum Action {
    READ("read a session's page", 35),
    RECORD("read the record of a person", 35),
    LIST("look through the rounds", 8),
    SEARCH("look for a person by name", 7),
    WRITE("write a note", 10),
    PICTURE("open the score map", 5);

    private final String says;
    private final int share;

    Action(String says, int share) {
      this.says = says;
      this.share = share;
    }

    static Action any() {
      int drawn = ThreadLocalRandom.current().nextInt(100);
      for (var action : values()) {
        drawn -= action.share;
        if (drawn < 0) {
          return action;
        }
      }
      return READ;
    }
  }

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var world = World.read(data);
    out.println("Setting up " + people + " practitioners …");
    out.flush();
    try (var owner = new Owner(world);
        var chair = new Chair(world)) {
      String round = owner.round();
      var sessions =
          owner.sessions(round, 10).stream().map(s -> "/engagement/sessions/" + s.id()).toList();
      String scored = owner.scored();
      var piece = chair.piece(RECORDS);
      var staff = new Staff(world).members(owner, List.of(round, scored), chair, piece, people);
      var all = new Figures("every action");
      var figures = new EnumMap<Action, Figures>(Action.class);
      for (var action : Action.values()) {
        figures.put(action, new Figures(action.says));
      }
      var failed = new AtomicBoolean();
      work(staff, new Places(sessions, scored, piece), all, figures, failed);
      out.println(Figures.heading());
      figures.values().forEach(each -> out.println(each.row()));
      out.println(all.row());
      out.flush();
      staff.forEach(Browser::close);
      return all.at(95) <= 500 && !failed.get() ? 0 : 1;
    }
  }

  private void work(
      List<Browser> staff,
      Places places,
      Figures all,
      Map<Action, Figures> figures,
      AtomicBoolean failed)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    for (int i = 0; i < staff.size(); i++) {
      var browser = staff.get(i);
      String session = places.sessions().get(i % places.sessions().size());
      long first = every * 1_000L * i / staff.size();
      threads.submit(
          () -> {
            Thread.sleep(first);
            while (System.nanoTime() < end) {
              long start = System.nanoTime();
              var action = Action.any();
              int status = act(browser, action, session, places);
              all.add(start, "" + status);
              figures.getOrDefault(action, all).add(start, "" + status);
              failed.compareAndSet(false, status != 200);
              Thread.sleep(Math.max(0, every * 1_000L - (System.nanoTime() - start) / 1_000_000));
            }
            return null;
          });
    }
    threads.shutdown();
    if (!threads.awaitTermination(seconds + 90L, TimeUnit.SECONDS)) {
      failed.set(true);
    }
  }

  private static int act(Browser browser, Action action, String session, Places places)
      throws Exception {
    return switch (action) {
      case READ -> browser.get(session).status();
      case RECORD ->
          browser
              .get(places.piece().records().get(ThreadLocalRandom.current().nextInt(RECORDS)))
              .status();
      case SEARCH -> browser.post("/people/search", Map.of("name", "Invented")).status();
      case LIST -> browser.get("/engagement/rounds").status();
      case WRITE ->
          browser
              .post(session + "/running/notes", Map.of("text", "Lights by the gate", "under", ""))
              .status();
      case PICTURE -> browser.get(places.scored() + "/results").status();
    };
  }
}
