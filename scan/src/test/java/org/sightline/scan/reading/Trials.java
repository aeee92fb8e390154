package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Crops;
import org.sightline.scan.Paper;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReading;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;
import org.sightline.scan.classroom.Truth;

/// Reads many invented sheets and counts.
///
/// `Trials scans|photographs|photocopies|"scanned photocopies"|"photographed photocopies" SHEETS
/// SEED [DIR]` prints what was wrong and, with a directory, keeps those pictures there.
public final class Trials {

  private static final int MANY = 120;

  private final List<String> mistakes = new ArrayList<>();
  private final TreeMap<String, Integer> refusals = new TreeMap<>();
  private final TreeMap<String, Integer> doubts = new TreeMap<>();
  private int sheets;
  private int zones;
  private int decided;
  private int wrong;
  private int doubted;
  private int needless;
  private int forAPerson;
  private int missed;
  private int otherSheet;
  private int ticksWrong;
  private long nanoseconds;

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var trials = new Trials();
    trials.run(
        arguments[0],
        Integer.parseInt(arguments[1]),
        Long.parseLong(arguments[2]),
        arguments.length > 3 ? Path.of(arguments[3]) : null);
    System.out.println(trials.summary());
  }

  /// As many as show whether the bars are met.
  static Trials ofMany(String kind, long seed) throws IOException {
    var trials = new Trials();
    trials.run(kind, MANY, seed, null);
    return trials;
  }

  /// @param right the least share of what was decided that has to be right
  /// @param doubt the largest share of the zones that may be left to a person
  void areRead(double right, double doubt) {
    assertThat(rightOfDecided()).as(summary()).isGreaterThanOrEqualTo(right);
    assertThat(inDoubt()).as(summary()).isLessThanOrEqualTo(doubt);
    assertThat(ofOtherSheets()).as(summary()).isZero();
  }

  double rightOfDecided() {
    return decided == 0 ? 0 : 1 - (double) wrong / decided;
  }

  double inDoubt() {
    return zones == 0 ? 1 : (double) doubted / zones;
  }

  int refused() {
    return refusals.values().stream().mapToInt(Integer::intValue).sum();
  }

  int ofOtherSheets() {
    return otherSheet;
  }

  int wrong() {
    return wrong;
  }

  /// One row of a table: sheets, zones, decided, wrong, right of decided, in doubt, of them for a
  /// person anyway, ticks wrong, refused.
  String row(String kind) {
    return "| %s | %d | %d | %d | %d | %.2f%% | %d (%.2f%%) | %d | %d | %s |"
        .formatted(
            kind,
            sheets,
            zones,
            decided,
            wrong,
            100 * rightOfDecided(),
            doubted,
            100 * inDoubt(),
            doubted - needless,
            ticksWrong,
            refusals.isEmpty() ? "0" : refusals.toString());
  }

  void run(String kind, int count, long seed, @Nullable Path keep) throws IOException {
    run(kind, count, seed, List.of(Paper.A4_PORTRAIT, Paper.A4_LANDSCAPE), keep);
  }

  /// @param kind `photocopies` are photographed and scanned by turns, `scanned photocopies` scanned
  void run(String kind, int count, long seed, List<Paper> papers, @Nullable Path keep)
      throws IOException {
    SheetLayout layout = null;
    PageReader reader = null;
    for (int i = 0; i < count; i++) {
      var random = new SplittableRandom(seed * 1000 + i);
      if (layout == null || reader == null || i % 5 == 0) {
        var paper = papers.get(random.nextInt(papers.size()));
        layout =
            random.nextInt(8) == 0
                ? Layouts.list(random.nextLong(), paper, random.nextInt(8, 30))
                : Layouts.school(random.nextLong(), paper, random.nextInt(10, 45));
        reader = new PageReader(List.of(layout));
      }
      var sheet = PaperSheet.printed(layout, Layouts.letters(random, 10), 200);
      long own = random.nextLong();
      if (kind.endsWith("photocopies")) {
        sheet = new Spoiling(own).photocopied(sheet);
      }
      var truth = new Child(own).colour(sheet);
      var spoiling = new Spoiling(own + 1, Double.parseDouble(System.getProperty("harsh", "1")));
      byte[] file =
          kind.equals("photographs")
                  || kind.equals("photographed photocopies")
                  || kind.equals("photocopies") && i % 2 == 0
              ? spoiling.photographed(sheet, 3264, 2448)
              : spoiling.scanned(sheet, 200);
      count(reader, sheet, truth, file, "%s-%d-%d".formatted(kind, seed, i), keep);
    }
  }

  void count(
      PageReader reader,
      PaperSheet sheet,
      Truth truth,
      byte[] file,
      String name,
      @Nullable Path keep)
      throws IOException {
    long start = System.nanoTime();
    var reading = reader.read(picture(file), Crops.NONE);
    nanoseconds += System.nanoTime() - start;
    sheets++;
    int before = mistakes.size();
    switch (reading) {
      case SheetReading.Refused refused -> {
        refusals.merge(refused.why().name(), 1, Integer::sum);
        mistakes.add(name + " refused " + refused.why());
      }
      case SheetReading.Read read -> count(read, sheet, truth, name);
    }
    if (keep != null && mistakes.size() > before) {
      Files.createDirectories(keep);
      Files.write(keep.resolve(name + ".jpg"), file);
    }
  }

  private void count(SheetReading.Read read, PaperSheet sheet, Truth truth, String name) {
    otherSheet += read.sheet().equals(sheet.id) ? 0 : 1;
    for (var tick : read.ticks()) {
      if (tick.on() != truth.ticked().contains(tick.id())) {
        ticksWrong++;
        mistakes.add(name + " tick " + tick);
      }
    }
    for (var zone : read.zones()) {
      var meant = truth.levels().get(zone.id());
      zones++;
      if (meant.forAPerson()) {
        forAPerson++;
      }
      if (zone.level() == null) {
        doubted++;
        if (!meant.forAPerson()) {
          needless++;
          doubts.merge(zone.doubt().replaceAll("[0-9]+", "#"), 1, Integer::sum);
          mistakes.add(
              "%s %s doubted, meant %s (%s): %s [%s]"
                  .formatted(
                      name, zone.id(), meant.level(), meant.how(), zone.doubt(), zone.seen()));
        }
      } else {
        decided++;
        if (meant.forAPerson()) {
          missed++;
        }
        if (zone.level() != meant.level() || meant.how().equals("two colours")) {
          wrong++;
          mistakes.add(
              "%s %s WRONG: %s, meant %s (%s) [%s] %.3f"
                  .formatted(
                      name,
                      zone.id(),
                      zone.level(),
                      meant.level(),
                      meant.how(),
                      zone.seen(),
                      zone.confidence()));
        }
      }
    }
  }

  static Picture picture(byte[] file) {
    try {
      return Picture.of(ImageIO.read(new ByteArrayInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String summary() {
    return String.join("\n", mistakes)
        + "\n%d sheets, %d zones: decided %d, wrong %d (right %.2f %%), doubted %d (%.2f %%), of them needless %d; for a person %d of which decided %d; refused %s; sheets confused %d; ticks wrong %d; %d ms a sheet%ndoubts %s"
            .formatted(
                sheets,
                zones,
                decided,
                wrong,
                100 * rightOfDecided(),
                doubted,
                100 * inDoubt(),
                needless,
                forAPerson,
                missed,
                refusals,
                otherSheet,
                ticksWrong,
                nanoseconds / 1_000_000 / Math.max(1, sheets),
                doubts);
  }
}
