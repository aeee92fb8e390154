package org.sightline.scan.reading;

import java.util.Arrays;
import java.util.List;

/// Where somebody wrote over a label, or something lies over it. All labels of a sheet are printed
/// alike, so each should hold about as much ink for its letters as the others do; one that holds
// far
/// more was written over, and one that holds next to none is not to be seen.
final class LabelWriting {

  /// How the label of a place looks.
  enum Label {
    AS_PRINTED,
    WRITTEN_OVER,
    GONE
  }

  private static final int LEAST_LABELS = 4;
  private static final double FAR_MORE = 1.8;

  /// In square millimetres by their darkness: a letter of 4 mm has about three.
  private static final double LETTER = 1.1;

  /// Of what is expected: less is left of no label that shows, however blurred.
  private static final double NEXT_TO_NONE = 0.25;

  private static final double COLOURED = 0.2;

  private final LayoutMap map;
  private final Measuring measuring;
  private final List<Colouring> seen;
  private final double usual;

  LabelWriting(LayoutMap map, Measuring measuring, List<Colouring> seen) {
    this.map = map;
    this.measuring = measuring;
    this.seen = seen;
    this.usual = usual();
  }

  Label of(int zone) {
    if (Double.isNaN(usual) || map.text()[zone] == 0 || seen.get(zone).coverage() > COLOURED) {
      return Label.AS_PRINTED;
    }
    double found = measuring.labelInk(zone);
    double expected = usual * map.text()[zone];
    if (found > FAR_MORE * expected && found - expected > LETTER) {
      return Label.WRITTEN_OVER;
    }
    return expected > LETTER && found < NEXT_TO_NONE * expected ? Label.GONE : Label.AS_PRINTED;
  }

  private double usual() {
    var each = new double[map.text().length];
    int count = 0;
    for (int zone = 0; zone < each.length; zone++) {
      if (map.text()[zone] > 0 && seen.get(zone).coverage() < COLOURED) {
        each[count++] = measuring.labelInk(zone) / map.text()[zone];
      }
    }
    Arrays.sort(each, 0, count);
    return count < LEAST_LABELS ? Double.NaN : each[count / 2];
  }
}
