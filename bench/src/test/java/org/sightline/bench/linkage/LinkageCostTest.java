package org.sightline.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Linker;
import org.sightline.linkage.ListFile;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;

/// The engine, its peer and the bare reading of the file, in one run side by side. `bin/bench
/// linkage` runs it. A test fails when fewer pairs are found or people are told apart worse than
/// the bars say; bars of time and memory are printed as met or missed, because the machine may be
/// busy.
@Tag("bench")
class LinkageCostTest {

  private static final int THREADS = 2;
  private static final double CHILDREN_TO_ROWS = 0.4;
  private static final double LEAST_F1 = 0.953;
  private static final double LEAST_PAIRS_TO_ROWS = 4.0;

  @TempDir Path directory;

  /// Sizes one after another; the growth of the time beside that of the pairs.
  @Test
  void aBoroughOfManyRows() throws Exception {
    boolean withPeer = Boolean.parseBoolean(System.getProperty("bench.peer", "true"));
    double secondsBefore = 0;
    long pairsBefore = 0;
    for (var rows : System.getProperty("bench.rows", "1000000").split(",")) {
      var file = directory.resolve("borough-" + rows + ".csv");
      var truth = borough(file, Integer.parseInt(rows));
      say(
          "rows %,d, bytes %,d, heap at most %,d MB",
          truth.personOf().length, Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
      double counting = Math.min(countLines(file), countLines(file));
      double firstReading = readWithLibrary(file);
      double reading = Math.min(firstReading, readWithLibrary(file));
      say(
          "wc -l: %.2f s; CSV library reads the file: %.2f s, the first time %.2f s",
          counting, reading, firstReading);
      double seconds = Double.MAX_VALUE;
      long pairs = 0;
      double f1 = 0;
      for (int run = 1; run <= 3; run++) {
        var cost = link(file, truth, run, reading);
        seconds = Math.min(seconds, cost.seconds());
        pairs = cost.pairs();
        f1 = cost.f1();
      }
      int wanted = Integer.parseInt(rows);
      assertThat(f1).as("F1 of %s rows", rows).isGreaterThanOrEqualTo(LEAST_F1);
      if (wanted >= 1_000_000) {
        assertThat(pairs).isGreaterThanOrEqualTo((long) (LEAST_PAIRS_TO_ROWS * wanted));
      }
      bar("at most four times the bare reading", seconds <= 4 * reading);
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      bar(
          "heap of 1 GB for a million rows, 3 GB for five",
          heap <= (wanted > 1_000_000 ? 3072 : 1024));
      if (pairsBefore > 0) {
        say(
            "growth: %.2f times the seconds for %.2f times the pairs",
            seconds / secondsBefore, (double) pairs / pairsBefore);
        bar(
            "growth no worse than that of the pairs",
            seconds / secondsBefore <= (double) pairs / pairsBefore);
      }
      secondsBefore = seconds;
      pairsBefore = pairs;
      if (withPeer) {
        besideDuckDb(file, truth, seconds, wanted > 1_000_000 ? 5.5 : 4);
      }
      Files.delete(file);
    }
  }

  private void besideDuckDb(Path file, Truth truth, double ours, double times) throws Exception {
    try (var peer = new DuckDbPeer(THREADS, SplinkModel.ofBorough())) {
      double f1 = peer.link(file, truth);
      say(
          "Splink's SQL on DuckDB: %.2f s (processor %.1f s), %,d pairs, F1 %.4f at 0.95, %.4f at its best threshold; %.1f times ours; %s",
          peer.seconds(),
          peer.processor(),
          peer.pairs(),
          f1,
          peer.best(),
          peer.seconds() / ours,
          peer.stages());
      assertThat(peer.pairs())
          .as("as many pairs as the bar speaks of")
          .isGreaterThanOrEqualTo(
              truth.personOf().length < 900_000
                  ? 0
                  : (long) (LEAST_PAIRS_TO_ROWS * truth.personOf().length));
      bar(
          "%.1f times as fast as Splink's SQL on DuckDB".formatted(times),
          peer.seconds() >= times * ours);
    }
  }

  /// Duke looks each record up in an index, and is given fewer rows.
  @Test
  void aBoroughBesideDuke() throws Exception {
    int rows = Integer.getInteger("bench.duke.rows", 5_000);
    var file = directory.resolve("borough.csv");
    var truth = borough(file, rows);
    double reading = readWithLibrary(file);
    double seconds = Double.MAX_VALUE;
    double ours = 0;
    for (int run = 1; run <= 3; run++) {
      var cost = link(file, truth, run, reading);
      seconds = Math.min(seconds, cost.seconds());
      ours = cost.f1();
    }
    var peer = new DukePeer();
    double theirs = peer.link(file, truth, THREADS);
    say(
        "Duke 1.2, %,d rows: %.2f s, %,d pairs, best F1 %.4f, %.0f ns a pair; %.1f times ours",
        truth.personOf().length,
        peer.seconds(),
        peer.compared(),
        theirs,
        peer.seconds() * 1e9 / peer.compared(),
        peer.seconds() / seconds);
    assertThat(ours).isGreaterThan(theirs);
  }

  private static Truth borough(Path file, int rows) {
    return new Truth(
        Invented.borough(1, (int) (rows * CHILDREN_TO_ROWS)).write(file, 1, 0.6, false));
  }

  @Test
  void fakeThousand() throws Exception {
    var shared = Invented.shared("linkage/splink_fake_1000.csv");
    var people = new ArrayList<Integer>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(shared)) {
      csv.forEach(r -> people.add(Integer.parseInt(r.getField("cluster"))));
    }
    var truth = new Truth(people.stream().mapToInt(Integer::intValue).toArray());
    double ours;
    try (var linkage = linkage(shared, new ArrayList<>())) {
      ours = truth.f1(linkage.people().personOf());
    }
    try (var peer = new DuckDbPeer(THREADS, SplinkModel.ofFakeThousand())) {
      double theirs = peer.link(shared, truth);
      say(
          "fake_1000: F1 %.4f, Splink's SQL on DuckDB %.4f at 0.95 and %.4f at its best threshold",
          ours, theirs, peer.best());
      assertThat(ours).isGreaterThanOrEqualTo(Math.max(theirs, peer.best()));
    }
  }

  record Cost(double seconds, long pairs, double f1) {}

  private Cost link(Path file, Truth truth, int run, double reading) throws Exception {
    System.gc();
    var stages = new ArrayList<Stage>();
    long cpu = cpu();
    long began = System.nanoTime();
    try (var linkage = linkage(file, stages)) {
      double seconds = (System.nanoTime() - began) / 1e9;
      double processor = (cpu() - cpu) / 1e9;
      long pairs = linkage.compared().count();
      int[] people = linkage.people().personOf();
      double f1 = truth.f1(people);
      double ofReading = stages.isEmpty() ? 0 : stages.getFirst().seconds() / seconds;
      say(
          "engine, run %d: %.2f s (processor %.1f s), %,d pairs, F1 %.4f (precision %.4f, recall %.4f), %.0f ns a pair, %.1f times the reading, %.0f%% of it is reading; %s",
          run,
          seconds,
          processor,
          pairs,
          f1,
          truth.precision(people),
          truth.recall(people),
          seconds * 1e9 / pairs,
          seconds / reading,
          ofReading * 100,
          stages);
      return new Cost(seconds, pairs, f1);
    }
  }

  record Stage(String name, double seconds) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %.2f", name, seconds);
    }
  }

  private static Linkage linkage(Path file, List<Stage> stages) {
    var clock = new long[] {System.nanoTime()};
    var before = new String[] {""};
    Progress progress =
        (doing, done) -> {
          // Comparing ticks from every thread; only a stage that begins counts.
          long now = System.nanoTime();
          if (doing.equals(before[0])) {
            return;
          }
          if (!before[0].isEmpty()) {
            stages.add(new Stage(before[0].split(" ")[0], (now - clock[0]) / 1e9));
          }
          before[0] = doing;
          clock[0] = now;
        };
    var linkage =
        new Linker(Nicknames.shipped(), null, 2026, new Workers(THREADS), progress)
            .link(List.of(ListFile.of(file)), List.of());
    progress.at("", 1);
    return linkage;
  }

  private static double countLines(Path file) throws Exception {
    long began = System.nanoTime();
    int code =
        new ProcessBuilder("wc", "-l", file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(code).isZero();
    return (System.nanoTime() - began) / 1e9;
  }

  /// As the library's own page reads a file: one record after the other on one thread, each field a
  /// String. The library makes these whoever asks for them; here each is asked for.
  private static double readWithLibrary(Path file) throws Exception {
    long began = System.nanoTime();
    long signs = 0;
    try (var csv = CsvReader.builder().ofCsvRecord(file)) {
      for (var row : csv) {
        for (int field = 0; field < row.getFieldCount(); field++) {
          signs += row.getField(field).length();
        }
      }
    }
    assertThat(signs).isPositive();
    return (System.nanoTime() - began) / 1e9;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void bar(String text, boolean met) {
    say("bar %s: %s", met ? "met" : "missed", text);
  }

  private static void say(String text, Object... values) {
    System.out.println("LINKAGE " + String.format(Locale.UK, text, values));
  }
}
