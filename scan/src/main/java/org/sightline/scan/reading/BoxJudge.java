package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.List;
import org.sightline.scan.Level;
import org.sightline.scan.SheetReading.ZoneReading;

/// Decides what the three boxes of each place on a list say. Which box is marked says the level; a
/// colour that says another is doubted.
final class BoxJudge {

  private static final double MARGIN = 0.8;
  private static final double EMPTY = 0.02;
  private static final double ENOUGH = 0.05;

  private final LayoutMap map;
  private final Measuring measuring;
  private final Hues hues;
  private final Ink ink;

  BoxJudge(LayoutMap map, Measuring measuring, Hues hues, Ink ink) {
    this.map = map;
    this.measuring = measuring;
    this.hues = hues;
    this.ink = ink;
  }

  List<ZoneReading> judge() {
    var zones = new ArrayList<ZoneReading>();
    for (var zone : map.layout().zones()) {
      zones.add(judge(zone.id()));
    }
    return zones;
  }

  private ZoneReading judge(String zone) {
    var enough = new ArrayList<Integer>();
    boolean faint = false;
    double most = 0;
    for (int box = 0; box < map.layout().boxes().size(); box++) {
      if (map.layout().boxes().get(box).zone().equals(zone)) {
        if (ink.light()[map.squares().get(box)[0]] < ZoneJudge.TOO_DARK) {
          return doubt(zone, 0, ZoneJudge.DARK);
        }
        double marked = measuring.marked(box, MARGIN);
        most = Math.max(most, marked);
        if (marked >= ENOUGH) {
          enough.add(box);
        } else {
          faint |= marked > EMPTY;
        }
      }
    }
    if (enough.size() > 1) {
      return doubt(zone, 0.4, "More than one box is marked.");
    }
    if (enough.isEmpty()) {
      return faint
          ? doubt(zone, 0.4, "A box is marked only faintly.")
          : new ZoneReading(
              zone, Level.BLANK, ZoneJudge.rounded(1 - 3 * most), null, "no box is marked", null);
    }
    return coloured(zone, enough.getFirst(), faint);
  }

  private ZoneReading coloured(String zone, int box, boolean faint) {
    var level = map.layout().boxes().get(box).level();
    var seen = measuring.of(box);
    if (seen.coverage() > 0.2 && seen.strength() > 0.12) {
      double[] chances = hues.chances(Shade.of(seen, ink));
      for (var other : Level.COLOURS) {
        if (other != level && chances[other.ordinal()] > 0.8) {
          return doubt(
              zone, 0.4, "The box for %s is marked in %s.".formatted(level.word(), other.word()));
        }
      }
    }
    return new ZoneReading(zone, level, faint ? 0.9 : 0.99, null, ZoneJudge.words(seen), null);
  }

  private static ZoneReading doubt(String zone, double confidence, String sentence) {
    return new ZoneReading(zone, null, confidence, sentence, "", null);
  }
}
