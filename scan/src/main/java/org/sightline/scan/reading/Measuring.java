package org.sightline.scan.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Measures what lies in the places of a sheet.
final class Measuring {

  private static final int BINS = 72;
  private static final double NEAR = 24;
  private static final int DEPTHS = 100;
  private static final double DEPTH = 0.5;

  /// In millimetres: nearer to the edge a line may be the printed one, where a page is bent.
  private static final double OUTLINE = 2.2;

  /// In millimetres: what is thinner is a line.
  private static final double LINE = 1.6;

  /// How deep the middle of a place lies, as a part of its deepest.
  static final double MIDDLE = 0.7;

  /// In millimetres.
  private static final double BROAD = 2;

  private static final double MOSTLY = 0.7;

  /// Of a place: with more of it coloured nobody asks how broad the strokes are.
  private static final double SURELY_BROAD = 0.7;

  /// Of bare paper's light, what is missing: no shadow that was taken out leaves so much.
  private static final double BLACK = 0.35;

  private static final double STROKE_DARK = 0.17;

  /// In millimetres: how far a small box may lie beside its place.
  private static final double ASIDE = 0.8;

  private final LayoutMap map;
  private final Ink ink;

  Measuring(LayoutMap map, Ink ink) {
    this.map = map;
    this.ink = ink;
  }

  Colouring of(int place) {
    return of(place, null);
  }

  /// Without what came over the lines from next door.
  Colouring of(int place, @Nullable Spill spill) {
    int[] squares = map.squares().get(place);
    double light = light(squares);
    double least = ink.least(light);
    double deepest = 0;
    double middleX = 0;
    double middleY = 0;
    for (int at : squares) {
      deepest = Math.max(deepest, map.depth()[at]);
      middleX += at % ink.grid().width();
      middleY += at / ink.grid().width();
    }
    middleX /= Math.max(1, squares.length);
    middleY /= Math.max(1, squares.length);
    double margin = Math.min(1.0, 0.35 * deepest);
    double whole = 0;
    double coloured = 0;
    double core = 0;
    double coreColoured = 0;
    double middle = 0;
    double middleColoured = 0;
    double strength = 0;
    int inner = 0;
    int hidden = 0;
    int black = 0;
    var hues = new double[BINS];
    var sides = new int[12];
    var depths = new int[DEPTHS];
    var pieces = new Pieces(map, squares);
    for (int at : squares) {
      double depth = map.depth()[at];
      if (depth < margin) {
        continue;
      }
      inner++;
      if (Float.isNaN(ink.dark()[at])) {
        hidden++;
        continue;
      }
      double weight = Math.min(1, 0.3 + (depth - margin) / 2);
      double u = ink.u()[at];
      double v = ink.v()[at];
      double chroma = Math.sqrt(u * u + v * v);
      boolean isColoured = chroma > least;
      if (isColoured && spill != null && spill.explains(at, place)) {
        continue;
      }
      black += !isColoured && ink.dark()[at] > BLACK && !map.label()[at] ? 1 : 0;
      whole += weight;
      boolean isCore = depth > 0.5 * deepest;
      core += isCore ? 1 : 0;
      boolean isMiddle = depth > MIDDLE * deepest;
      middle += isMiddle ? 1 : 0;
      pieces.count(at, isColoured);
      if (isColoured) {
        coloured += weight;
        coreColoured += isCore ? 1 : 0;
        middleColoured += isMiddle ? 1 : 0;
        strength += weight * chroma;
        int bin = (int) Math.floor((Math.toDegrees(Math.atan2(v, u)) + 360) % 360 / (360.0 / BINS));
        hues[Math.min(bin, BINS - 1)] += weight * Math.min(chroma, 0.5);
        int side =
            (int)
                ((Math.atan2(at / ink.grid().width() - middleY, at % ink.grid().width() - middleX)
                        + Math.PI)
                    / (2 * Math.PI)
                    * 11.999);
        sides[side]++;
        depths[Math.min(DEPTHS - 1, (int) (depth / DEPTH))]++;
      }
    }
    double hue = mode(hues);
    double near = near(hues, hue);
    double all = Arrays.stream(hues).sum();
    double step = ink.grid().step();
    int found = (int) Arrays.stream(sides).filter(count -> count * step * step > 0.5).count();
    return new Colouring(
        whole == 0 ? 0 : coloured / whole,
        core == 0 ? 0 : coreColoured / core,
        middle == 0 ? 0 : middleColoured / middle,
        pieces.spread(),
        found,
        reach(depths),
        coloured == 0 ? 0 : strength / coloured,
        fine(squares, margin, hue, least),
        all == 0 ? 0 : 1 - near / all,
        mode(without(hues, hue)),
        strokes(squares, Math.max(margin, Math.min(OUTLINE, 0.4 * deepest)), light),
        inner * step * step,
        coloured > 0 && coloured < SURELY_BROAD * whole && isBroad(squares),
        light,
        inner == 0 ? 0 : (double) black / inner,
        inner == 0 ? 1 : (double) hidden / inner);
  }

  /// Whether the strokes are broader than a pencil's: from a square on one of them one gets some
  /// way to a side and upwards or downwards without leaving it.
  private boolean isBroad(int[] squares) {
    int width = ink.grid().width();
    int coloured = 0;
    int broad = 0;
    for (int at : squares) {
      if (ink.isColoured(at)) {
        coloured++;
        boolean across = goesOn(at, 1) || goesOn(at, -1);
        broad += across && (goesOn(at, width) || goesOn(at, -width)) ? 1 : 0;
      }
    }
    return broad > MOSTLY * coloured;
  }

  private boolean goesOn(int from, int by) {
    int last = (int) Math.round(BROAD / ink.grid().step());
    for (int i = 1; i <= last; i++) {
      int at = from + i * by;
      if (at < 0 || at >= ink.dark().length || !ink.isColoured(at)) {
        return false;
      }
    }
    return true;
  }

  /// How much grey or black lies where the label of a zone is printed, beyond what lies around it:
  /// square millimetres by their darkness.
  double labelInk(int zone) {
    int[] squares = map.squares().get(zone);
    double around = 0;
    int others = 0;
    for (int at : squares) {
      if (!map.label()[at] && map.depth()[at] > 0.8 && !Float.isNaN(ink.dark()[at])) {
        around += ink.dark()[at];
        others++;
      }
    }
    around = others == 0 ? 0 : around / others;
    double sum = 0;
    for (int at : squares) {
      if (map.label()[at] && map.depth()[at] > 0.8 && ink.dark()[at] > around + 0.1) {
        sum += ink.dark()[at] - around;
      }
    }
    return sum * ink.grid().step() * ink.grid().step();
  }

  /// How much of a small box is covered by anything, grey or coloured. Its frame is printed: the
  /// box is looked at a little to each side too, and where the least is covered counts.
  double marked(int place, double margin) {
    int reach = (int) Math.round(ASIDE / ink.grid().step());
    double least = 1;
    double light = light(map.squares().get(place));
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        least = Math.min(least, marked(place, margin, dy * ink.grid().width() + dx, light));
      }
    }
    return least;
  }

  private double marked(int place, double margin, int shift, double light) {
    double least = Math.max(0.1, ink.least(light) * 1.5);
    double thin = Math.max(STROKE_DARK, 4 * ink.noise(light));
    int inner = 0;
    int marked = 0;
    for (int at : map.squares().get(place)) {
      if (map.depth()[at] >= margin) {
        int seen = Math.clamp(at + shift, 0, ink.dark().length - 1);
        inner++;
        marked +=
            ink.dark()[seen] > thin
                    || ink.u()[seen] * ink.u()[seen] + ink.v()[seen] * ink.v()[seen] > least * least
                ? 1
                : 0;
      }
    }
    return inner == 0 ? 0 : (double) marked / inner;
  }

  /// The depth beyond which there are less than two square millimetres of colour.
  private double reach(int[] depths) {
    double beyond = 0;
    for (int i = DEPTHS - 1; i >= 0; i--) {
      beyond += depths[i] * ink.grid().step() * ink.grid().step();
      if (beyond > 2) {
        return (i + 1) * DEPTH;
      }
    }
    return 0;
  }

  private double light(int[] squares) {
    double sum = 0;
    for (int at : squares) {
      sum += ink.light()[at];
    }
    return Math.max(1, sum / Math.max(1, squares.length));
  }

  private static double mode(double[] hues) {
    int best = 0;
    double most = -1;
    for (int bin = 0; bin < BINS; bin++) {
      double sum = 0;
      for (int off = -3; off <= 3; off++) {
        sum += (4 - Math.abs(off)) * hues[(bin + off + BINS) % BINS];
      }
      if (sum > most) {
        most = sum;
        best = bin;
      }
    }
    return (best + 0.5) * 360 / BINS;
  }

  private static double near(double[] hues, double hue) {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (Hues.between((bin + 0.5) * 360 / BINS, hue) <= NEAR) {
        sum += hues[bin];
      }
    }
    return sum;
  }

  private static double[] without(double[] hues, double hue) {
    var others = hues.clone();
    for (int bin = 0; bin < BINS; bin++) {
      if (Hues.between((bin + 0.5) * 360 / BINS, hue) <= NEAR) {
        others[bin] = 0;
      }
    }
    return others;
  }

  /// The average direction of what is near a hue.
  private double fine(int[] squares, double margin, double hue, double least) {
    double x = 0;
    double y = 0;
    for (int at : squares) {
      double u = ink.u()[at];
      double v = ink.v()[at];
      double chroma = Math.sqrt(u * u + v * v);
      if (map.depth()[at] >= margin && chroma > least) {
        double direction = Math.toDegrees(Math.atan2(v, u));
        if (Hues.between(direction, hue) <= NEAR) {
          double by = Math.min(chroma, 0.5);
          x += by * u;
          y += by * v;
        }
      }
    }
    return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
  }

  /// What is darker than everything within a line's width to either side: a shadow is broad and
  /// stays, a line goes.
  private double strokes(int[] squares, double margin, double light) {
    double thin = Math.max(STROKE_DARK, 5 * ink.noise(light));
    int width = ink.grid().width();
    int near = (int) Math.round(LINE / ink.grid().step());
    int count = 0;
    for (int at : squares) {
      float dark = ink.dark()[at];
      if (map.depth()[at] >= margin && !map.label()[at] && dark > thin) {
        // In a small letter another of its lines may be just so far away.
        float beside = Math.min(beside(at, near, width), beside(at, 2 * near, width));
        if (dark - beside > thin) {
          count++;
        }
      }
    }
    return count * ink.grid().step() * ink.grid().step();
  }

  /// The darker of what lies to both sides, across or down, whichever is brighter.
  private float beside(int at, int reach, int width) {
    return Math.min(
        Math.max(darkAt(at - reach), darkAt(at + reach)),
        Math.max(darkAt(at - reach * width), darkAt(at + reach * width)));
  }

  private float darkAt(int at) {
    return at < 0 || at >= ink.dark().length || Float.isNaN(ink.dark()[at])
        ? 0
        : Math.max(0, ink.dark()[at]);
  }

  /// A place cut into pieces of about 4 mm.
  private static final class Pieces {

    private static final double PIECE = 4;

    private final int side;
    private final int width;
    private final int left;
    private final int top;
    private final int columns;
    private final int[] all;
    private final int[] coloured;

    Pieces(LayoutMap map, int[] squares) {
      this.width = map.grid().width();
      this.side = (int) Math.round(PIECE / map.grid().step());
      int minX = Integer.MAX_VALUE;
      int maxX = 0;
      int minY = Integer.MAX_VALUE;
      int maxY = 0;
      for (int at : squares) {
        minX = Math.min(minX, at % width);
        maxX = Math.max(maxX, at % width);
        minY = Math.min(minY, at / width);
        maxY = Math.max(maxY, at / width);
      }
      this.left = minX;
      this.top = minY;
      this.columns = squares.length == 0 ? 1 : (maxX - minX) / side + 1;
      int rows = squares.length == 0 ? 1 : (maxY - minY) / side + 1;
      this.all = new int[columns * rows];
      this.coloured = new int[columns * rows];
    }

    void count(int at, boolean isColoured) {
      int piece = (at / width - top) / side * columns + (at % width - left) / side;
      all[piece]++;
      coloured[piece] += isColoured ? 1 : 0;
    }

    double spread() {
      int counted = 0;
      int found = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] * 4 > side * side) {
          counted++;
          found += coloured[i] * 12 > all[i] ? 1 : 0;
        }
      }
      return counted == 0 ? 0 : (double) found / counted;
    }
  }
}
