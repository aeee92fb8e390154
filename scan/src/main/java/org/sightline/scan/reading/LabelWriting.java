package org.sightline.scan.reading;

import java.util.Arrays;
import java.util.List;

/// Where somebody wrote over a label. All labels of a sheet are printed alike, so each should hold
/// about as much ink for its letters as the others do; one that holds far more was written over.
final class LabelWriting {

  private static final int LEAST_LABELS = 4;
  private static final double FAR_MORE = 1.8;

  /// In square millimetres by their darkness: a letter of 4 mm has about three.
  private static final double LETTER = 1.1;

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

  boolean isWrittenOver(int zone) {
    if (Double.isNaN(usual) || map.text()[zone] == 0 || seen.get(zone).coverage() > COLOURED) {
      return false;
    }
    double found = measuring.labelInk(zone);
    double expected = usual * map.text()[zone];
    return found > FAR_MORE * expected && found - expected > LETTER;
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
