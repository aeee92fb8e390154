package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A whole school marks in one hour (R-10a): every student joins and loads the marking page with
/// its pictures, styles and scripts within the given seconds, then submits within as many; then
/// every session is closed and its maps are counted. Students are spread evenly over the seconds.
@Command(name = "marking-hour", mixinStandardHelpOptions = true)
final class MarkingHour implements Callable<Integer> {

  /// What the page's script imports in its turn.
  private static final List<String> IMPORTED =
      List.of("/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js");

  @Option(names = "--data-dir", required = true)
  private Path data = Path.of(".");

  @Option(names = "--sessions", defaultValue = "60")
  private int sessions;

  @Option(names = "--students", defaultValue = "30", description = "In each session")
  private int students;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "To load in, and again to submit in")
  private int seconds;

  @Spec private CommandSpec spec;

  private final Figures joins = new Figures("join");
  private final Figures pages = new Figures("marking page");
  private final Figures assets = new Figures("picture, style, script");
  private final Figures submits = new Figures("submit");

  @SuppressWarnings("NullAway.Init") // picocli sets it
  MarkingHour() {}

  /// A student who has loaded the page and is marking.
  private record Student(Browser browser, List<String> places) {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var world = World.read(data);
    try (var owner = new Owner(world)) {
      out.println("Making " + sessions + " sessions …");
      out.flush();
      var open = owner.sessions(owner.round(), sessions);
      var marking = spread(world, open);
      var sent = submit(marking);
      long closing = System.nanoTime();
      int counted = 0;
      for (var session : open) {
        counted += owner.close(session, students);
      }
      var closed = Duration.ofNanos(System.nanoTime() - closing);
      out.println(Figures.heading());
      for (Figures figures : List.of(joins, pages, assets, submits)) {
        out.println(figures.row());
      }
      out.printf(
          "%nacknowledged %d, counted after closing %d, closing %d sessions took %.1f s%n",
          sent, counted, sessions, closed.toMillis() / 1000.0);
      out.flush();
      return sent == counted && sent == sessions * students && submits.at(99) <= 2_000 ? 0 : 1;
    }
  }

  private List<Student> spread(World world, List<Owner.Open> open) throws Exception {
    int all = open.size() * students;
    var loading = new ArrayList<Future<Student>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < all; i++) {
        var session = open.get(i % open.size());
        long wait = i * seconds * 1_000L / all;
        loading.add(
            threads.submit(
                () -> {
                  Thread.sleep(wait);
                  return load(world, session);
                }));
      }
    }
    var students = new ArrayList<Student>();
    for (var each : loading) {
      students.add(each.get());
    }
    return students;
  }

  private Student load(World world, Owner.Open session) throws IOException, InterruptedException {
    var browser = new Browser(world.student());
    long start = System.nanoTime();
    var joined = browser.post("/joining", Map.of("code", session.classCode()));
    joins.add(start, joined.path() + " " + joined.status());
    start = System.nanoTime();
    var page = browser.get("/marking");
    pages.add(start, "" + page.status());
    var wanted = new ArrayList<>(page.all("(?:href|src)=\"(/(?:static|webjars|marking/floor)/[^\"#]+)\""));
    wanted.addAll(IMPORTED);
    for (String asset : wanted) {
      start = System.nanoTime();
      assets.add(start, "" + browser.get(asset).status());
    }
    return new Student(browser, page.all("name=\"(place-[0-9a-f-]{36})\""));
  }

  private int submit(List<Student> marking) throws Exception {
    var sent = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < marking.size(); i++) {
        var student = marking.get(i);
        long wait = i * seconds * 1_000L / marking.size();
        threads.submit(
            () -> {
              Thread.sleep(wait);
              long start = System.nanoTime();
              var answer = student.browser().post("/slip", marks(student));
              submits.add(start, "" + answer.status());
              if (answer.status() == 200) {
                sent.incrementAndGet();
              }
              student.browser().close();
              return null;
            });
      }
    }
    return sent.get();
  }

  private static Map<String, String> marks(Student student) {
    var form = new HashMap<String, String>();
    for (String place : student.places()) {
      int drawn = ThreadLocalRandom.current().nextInt(4);
      form.put(place, drawn == 3 ? "" : "RYG".substring(drawn, drawn + 1));
    }
    return form;
  }
}
