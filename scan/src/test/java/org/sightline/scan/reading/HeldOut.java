package org.sightline.scan.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Paper;
import org.sightline.scan.classroom.FloorPicture;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.elsewhere.Buildings;
import org.sightline.scan.elsewhere.Camera;
import org.sightline.scan.elsewhere.Flatbed;
import org.sightline.scan.elsewhere.Hand;
import org.sightline.scan.elsewhere.Hand.Tool;
import org.sightline.scan.elsewhere.Scene;

/// Reads sheets of other buildings, hands, scanners and telephones than the reader was tuned on,
/// and counts, one circumstance after another. `HeldOut all|CIRCUMSTANCE SHEETS SEED [DIR]` prints
/// a table and, with a directory, what was wrong, and keeps those pictures there.
public final class HeldOut {

  /// What befalls a sheet between the child and the reader.
  enum Circumstance {
    SCANS,
    SCANS_OF_QUALITY_40,
    SCANS_600,
    PHOTOCOPIES_SCANNED,
    PENCIL,
    CRAYON,
    FELT_PEN,
    HIGHLIGHTER,
    HATCHING,
    HARD_ONES,
    PHOTOGRAPHS(Scene.usual()),
    TILTED(Scene.usual().tilted(35)),
    CURLED(Scene.usual().curled(7)),
    THUMB(Scene.usual().withThumb()),
    TUNGSTEN(Scene.usual().under(1, 0.72, 0.42)),
    FLUORESCENT(Scene.usual().under(0.8, 1, 0.78)),
    SHADOW(Scene.usual().shaded(0.6)),
    DIM(Scene.usual().dimmed(0.65)),
    QUALITY_40(Scene.usual().ofQuality(0.4)),
    SMALL(Scene.usual().of(2048, 1536)),
    TWELVE_MEGAPIXELS(Scene.usual().of(4000, 3000)),
    FIFTY_MEGAPIXELS(Scene.usual().of(8160, 6120)),
    PHOTOCOPIES_PHOTOGRAPHED(Scene.usual());

    private final @Nullable Scene scene;

    Circumstance() {
      this(null);
    }

    Circumstance(@Nullable Scene scene) {
      this.scene = scene;
    }

    boolean isScan() {
      return scene == null;
    }

    private Hand hand(long seed) {
      return switch (this) {
        case PENCIL -> new Hand(seed, Tool.PENCIL, 0.01);
        case CRAYON -> new Hand(seed, Tool.CRAYON, 0.01);
        case FELT_PEN -> new Hand(seed, Tool.FELT_PEN, 0.01);
        case HIGHLIGHTER -> new Hand(seed, Tool.HIGHLIGHTER, 0.01);
        case HATCHING -> new Hand(seed, Tool.HATCHING, 0.01);
        case HARD_ONES -> new Hand(seed, Tool.values()[(int) Math.floorMod(seed, 5L)], 0.5);
        default -> new Hand(seed);
      };
    }

    private byte[] file(PaperSheet sheet, long seed) {
      if (scene != null) {
        return new Camera(seed, scene).photograph(sheet);
      }
      return switch (this) {
        case SCANS_OF_QUALITY_40 -> new Flatbed(seed).scan(sheet, 200, 0.4);
        case SCANS_600 -> new Flatbed(seed).scan(sheet, 600, 0.8);
        default -> new Flatbed(seed).scan(sheet, seed % 3 == 0 ? 300 : 200, 0.75);
      };
    }
  }

  private HeldOut() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    int count = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    var keep = arguments.length > 3 ? Path.of(arguments[3]) : null;
    for (var circumstance : Circumstance.values()) {
      if (arguments[0].equals("all")
          || circumstance.name().equalsIgnoreCase(arguments[0])
          || arguments[0].equals("scanned") && circumstance.isScan()
          || arguments[0].equals("photographed") && !circumstance.isScan()) {
        var trials = read(circumstance, count, seed, keep);
        if (keep != null) {
          System.out.println(trials.summary());
        }
        System.out.println(trials.row(words(circumstance)));
      }
    }
  }

  static String words(Circumstance circumstance) {
    return circumstance.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Trials read(Circumstance circumstance, int count, long seed, @Nullable Path keep)
      throws IOException {
    var trials = new Trials();
    add(trials, circumstance, count, seed, keep);
    return trials;
  }

  static void add(
      Trials trials, Circumstance circumstance, int count, long seed, @Nullable Path keep)
      throws IOException {
    for (int i = 0; i < count; i++) {
      var random = new SplittableRandom(seed * 1_000_003 + 101L * circumstance.ordinal() + i);
      var building = Buildings.values()[i % 8 == 7 ? 3 : random.nextInt(3)];
      var paper = Paper.values()[random.nextInt(8) < 7 ? random.nextInt(2) : random.nextInt(4)];
      var layout = building.on(paper, random.nextLong(1_000_000));
      var reader = new PageReader(List.of(layout));
      // Every other school has a picture of its floor.
      var beneath = i % 2 == 1 ? FloorPicture.of(layout, seed + i) : null;
      var sheet = PaperSheet.printed(layout, Layouts.letters(random, 10), 200, beneath);
      long own = random.nextLong(1_000_000_000);
      if (circumstance.name().startsWith("PHOTOCOPIES")) {
        sheet = new Flatbed(own).copy(sheet);
      }
      var truth = circumstance.hand(own).colour(sheet);
      trials.count(
          reader,
          sheet,
          truth,
          circumstance.file(sheet, own),
          "%s-%d-%d".formatted(words(circumstance), seed, i),
          keep);
    }
  }
}
