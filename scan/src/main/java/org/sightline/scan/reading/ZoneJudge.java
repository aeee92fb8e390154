package org.sightline.scan.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Level;
import org.sightline.scan.SheetReading.ZoneReading;
import org.sightline.scan.reading.LabelWriting.Label;

/// Decides what a zone says, or why a person has to.
final class ZoneJudge {

  static final String DARK = "The picture is too dark here.";

  static final double EMPTY = 0.03;
  private static final double ENOUGH = 0.30;
  private static final double ENOUGH_STREWN = 0.16;
  private static final double STREWN = 0.6;
  private static final double PALE = 0.085;
  private static final double PALE_ALL_OVER = 0.065;
  private static final double MOSTLY = 0.55;
  private static final double STREWN_ALL_OVER = 0.9;

  /// How much of the inner half of a place may be coloured when all of it is said to have come over
  /// the line, and how much of the whole.
  private static final double MOST_INSIDE = 0.4;

  /// Of what lies deepest: a letter, not spill.
  private static final double IN_THE_MIDDLE = 0.1;

  /// Of the inner half, by thin strokes: no pencil slips so far.
  private static final double LINES_INSIDE = 0.08;

  private static final double FAINT = 0.1;

  /// How much is left of a place's colour when next to nothing came over the line.
  private static final double HARDLY_SPILT = 0.7;

  /// Of a place, dark and without a hue.
  private static final double MOST_BLACK = 0.15;

  private static final double MOST_SPILT = 0.45;
  private static final double TWO_COLOURS = 0.12;
  private static final double SURE = 0.95;
  private static final double SURE_WITHOUT_KEY = 0.97;

  /// In millimetres: how far over a line a hand slips.
  private static final double SPILLS = 4;

  /// In square millimetres of grey lines: a letter of 5 mm has about five, some of it on the label.
  private static final double WRITTEN = 3;

  /// In a small place the most of a letter lies on the label: then as little as this, and as this
  /// part of the place.
  private static final double WRITTEN_SMALL = 0.75;

  private static final double WRITTEN_PART = 0.012;

  /// In square millimetres.
  private static final double MARK = 6;

  /// Of 255: where bare paper is darker than this, noise looks like colour.
  static final double TOO_DARK = 38;

  private final Hues hues;
  private final Ink ink;

  ZoneJudge(Hues hues, Ink ink) {
    this.hues = hues;
    this.ink = ink;
  }

  /// How unsure the hue of a colouring is, in degrees: the paler, the more.
  static double widthOf(Colouring seen, Ink ink) {
    return Math.toDegrees(
        Math.hypot(ink.misjudged(), ink.noise(seen.light()) / 6) / Math.max(0.03, seen.strength()));
  }

  /// @param all what lies there
  /// @param seen the same without what came over the lines from next door
  ZoneReading judge(String zone, Colouring all, Colouring seen, Label label) {
    if (seen.hidden() > 0.05) {
      return doubt(zone, seen, 0, "Part of this place is not in the picture.");
    }
    if (seen.light() < TOO_DARK) {
      return doubt(zone, seen, 0, DARK);
    }
    if (hasWriting(seen) || label == Label.WRITTEN_OVER) {
      return doubt(zone, seen, 0.3, "Something is written or drawn here, not coloured.");
    }
    if (all.black() > MOST_BLACK) {
      return doubt(zone, seen, 0.3, "This place is filled with black, which is none of the three.");
    }
    boolean isEmpty = seen.coverage() < EMPTY && !hasMark(seen);
    if (isEmpty || isSpill(seen)) {
      boolean isInside =
          all.core() > MOST_INSIDE
              || all.strength() > FAINT
                  && (all.middle() > IN_THE_MIDDLE || !all.isBroad() && all.core() > LINES_INSIDE);
      if (all.coverage() > MOST_SPILT || isInside) {
        return doubt(zone, all, 0.4, "Colour came over the line, or a little of this is coloured.");
      }
      if (label == Label.GONE) {
        return doubt(
            zone, seen, 0.3, "The label of this place cannot be seen: something may lie over it.");
      }
      return read(zone, Level.BLANK, seen, isEmpty ? 1 - 3 * seen.coverage() : 0.9);
    }
    boolean strewn = seen.spread() >= STREWN && seen.coverage() > HARDLY_SPILT * all.coverage();
    boolean enough = seen.coverage() >= (strewn ? ENOUGH_STREWN : ENOUGH);
    if (!enough) {
      return doubt(
          zone,
          seen,
          0.4,
          "Only a little of this place is coloured: %d in 100."
              .formatted(Math.round(100 * seen.coverage())));
    }
    boolean isAllOver = seen.coverage() > MOSTLY || seen.spread() > STREWN_ALL_OVER;
    if (seen.strength() < (isAllOver ? PALE_ALL_OVER : PALE)) {
      return doubt(zone, seen, 0.4, "The colour is so pale that it may be a shadow.");
    }
    return coloured(zone, seen);
  }

  private ZoneReading coloured(String zone, Colouring seen) {
    double[] chances = hues.chances(Shade.of(seen, ink));
    var best = best(chances);
    double chance = chances[best.ordinal()];
    if (seen.other() > TWO_COLOURS) {
      var second = best(hues.chances(new Shade(seen.otherHue(), 10, Math.log(seen.strength()))));
      return doubt(
          zone,
          seen,
          0.5,
          second == best
              ? "More than one colour is in this place."
              : "Two colours are in this place: %s and %s.".formatted(best.word(), second.word()));
    }
    if (chances[3] > 0.3) {
      return doubt(zone, seen, chance, "This colour is none of the three.");
    }
    if (chance < (hues.hasKey(best) ? SURE : SURE_WITHOUT_KEY)) {
      return doubt(zone, seen, chance, between(chances, best));
    }
    if (hues.isUnreadable(best)) {
      return doubt(
          zone,
          seen,
          0.5,
          "The box at the top for %s is filled in another colour, or two boxes in one."
              .formatted(best.word()));
    }
    double full = Math.min(1, 0.8 + seen.coverage() / 3) * (1 - seen.other() / 2);
    return read(zone, best, seen, chance * full);
  }

  private String between(double[] chances, Level best) {
    Level second = best == Level.YELLOW ? Level.GREEN : Level.YELLOW;
    for (var level : Level.COLOURS) {
      if (level != best && chances[level.ordinal()] > chances[second.ordinal()]) {
        second = level;
      }
    }
    boolean keys = hues.hasKey(best) && hues.hasKey(second);
    return keys
        ? "The colour lies between %s and %s.".formatted(best.word(), second.word())
        : "The colour lies between %s and %s, and the key is not filled."
            .formatted(best.word(), second.word());
  }

  private static Level best(double[] chances) {
    Level best = Level.RED;
    for (var level : Level.COLOURS) {
      if (chances[level.ordinal()] > chances[best.ordinal()]) {
        best = level;
      }
    }
    return best;
  }

  private static boolean hasWriting(Colouring seen) {
    return seen.strokes() > Math.min(WRITTEN, Math.max(WRITTEN_SMALL, WRITTEN_PART * seen.area()))
        && (seen.strokes() > 2 * WRITTEN || seen.strokes() > 0.005 * seen.area())
        && seen.coverage() < ENOUGH + seen.strokes() / seen.area();
  }

  /// Colour that came over the line from next door: at the edge, and not all around.
  static boolean isSpill(Colouring seen) {
    return seen.coverage() < 0.12 && seen.reach() <= SPILLS && seen.sides() <= 6;
  }

  /// A thin letter in a large place covers little of it and is there all the same.
  private static boolean hasMark(Colouring seen) {
    return seen.colouredArea() > MARK
        && seen.strength() > 0.15
        && seen.other() < 0.3
        && seen.reach() > SPILLS;
  }

  private static ZoneReading read(String zone, Level level, Colouring seen, double confidence) {
    return new ZoneReading(zone, level, rounded(confidence), null, words(seen), null);
  }

  private static ZoneReading doubt(
      String zone, Colouring seen, double confidence, String sentence) {
    return new ZoneReading(zone, null, rounded(confidence), sentence, words(seen), null);
  }

  static double rounded(double confidence) {
    return Math.round(Math.clamp(confidence, 0, 1) * 1000) / 1000.0;
  }

  static String words(@Nullable Colouring seen) {
    return seen == null
        ? ""
        : String.format(
            Locale.ROOT,
            "coverage %.2f, spread %.2f, strength %.2f, hue %.0f, other %.2f, strokes %.1f",
            seen.coverage(),
            seen.spread(),
            seen.strength(),
            seen.hue(),
            seen.other(),
            seen.strokes());
  }
}
