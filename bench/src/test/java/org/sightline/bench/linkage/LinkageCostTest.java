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
/// linkage` runs it; figures are printed, and a test fails only when something is wrong, not when
/// it is slow.
@Tag("long")
class LinkageCostTest {

  private static final int THREADS = 2;
  private static final double CHILDREN_TO_ROWS = 0.4;

  @TempDir Path directory;

  @Test
  void aBoroughOfManyRows() throws Exception {
    int rows = Integer.getInteger("bench.rows", 1_000_000);
    boolean withPeer = Boolean.parseBoolean(System.getProperty("bench.peer", "true"));
    var file = directory.resolve("borough.csv");
    var truth =
        new Truth(Invented.borough(1, (int) (rows * CHILDREN_TO_ROWS)).write(file, 1, 0.6, false));
    say("rows %,d, bytes %,d", truth.personOf().length, Files.size(file));
    double reading = Math.min(readWithLibrary(file), readWithLibrary(file));
    say("CSV library reads the file: %.2f s", reading);
    for (int run = 1; run <= 3; run++) {
      link(file, truth, run, reading);
    }
    if (withPeer) {
      try (var peer = DuckDbPeer.ofBorough(THREADS)) {
        long cpu = cpu();
        double f1 = peer.link(file, truth);
        say(
            "DuckDB: %.2f s, %,d pairs, best F1 %.4f (processor %.1f s with its thresholds)",
            peer.seconds(), peer.pairs(), f1, (cpu() - cpu) / 1e9);
      }
    }
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
    try (var peer = DuckDbPeer.ofFakeThousand(THREADS)) {
      double theirs = peer.link(shared, truth);
      say("fake_1000: F1 %.4f, DuckDB's best %.4f", ours, theirs);
      assertThat(ours).isGreaterThanOrEqualTo(theirs);
    }
  }

  private void link(Path file, Truth truth, int run, double reading) throws Exception {
    System.gc();
    var stages = new ArrayList<String>();
    long cpu = cpu();
    long began = System.nanoTime();
    try (var linkage = linkage(file, stages)) {
      double seconds = (System.nanoTime() - began) / 1e9;
      long pairs = linkage.compared().count();
      say(
          "engine, run %d: %.2f s (processor %.1f s), %,d pairs, F1 %.4f, %.0f ns a pair, %.1f times the reading; %s",
          run,
          seconds,
          (cpu() - cpu) / 1e9,
          pairs,
          truth.f1(linkage.people().personOf()),
          seconds * 1e9 / pairs,
          seconds / reading,
          String.join(", ", stages));
    }
  }

  private static Linkage linkage(Path file, List<String> stages) {
    var clock = new long[] {System.nanoTime()};
    var before = new String[] {""};
    Progress progress =
        (doing, done) -> {
          long now = System.nanoTime();
          if (!before[0].isEmpty()) {
            stages.add(
                String.format(
                    Locale.ROOT, "%s %.2f", before[0].split(" ")[0], (now - clock[0]) / 1e9));
          }
          before[0] = doing;
          clock[0] = now;
        };
    return new Linker(Nicknames.shipped(), null, 2026, new Workers(THREADS), progress)
        .link(List.of(ListFile.of(file)), List.of());
  }

  private static double readWithLibrary(Path file) throws Exception {
    long began = System.nanoTime();
    long cells = 0;
    try (var csv = CsvReader.builder().ofCsvRecord(file)) {
      for (var row : csv) {
        cells += row.getFieldCount();
      }
    }
    assertThat(cells).isPositive();
    return (System.nanoTime() - began) / 1e9;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void say(String text, Object... values) {
    System.out.println("LINKAGE " + String.format(Locale.UK, text, values));
  }
}
