package org.sightline.linkage.weighing;

import java.util.Locale;
import org.sightline.linkage.reading.Refusal;

/// Where verdicts part: from which probability two records are the same person, and from which a
/// person looks. The expected number of people and its range do not depend on it.
public record Line(double same, double review) {

  private static final double LEAST_SAME = 0.5;

  public Line {
    if (!(same >= LEAST_SAME && same <= Thresholds.SURE_MATCH_PROBABILITY)) {
      throw new Refusal(
          String.format(
              Locale.ROOT,
              "--same must lie between %s and %s, not %s.",
              LEAST_SAME,
              Thresholds.SURE_MATCH_PROBABILITY,
              same));
    }
    if (!(review >= Thresholds.LIKELY_MATCH_PROBABILITY && review <= same)) {
      throw new Refusal(
          String.format(
              Locale.ROOT,
              "--review must lie between %s and what --same says (%s), not %s.",
              Thresholds.LIKELY_MATCH_PROBABILITY,
              same,
              review));
    }
  }

  /// The line that is shipped.
  public static Line usual() {
    return new Line(Thresholds.SAME_PERSON_MATCH_PROBABILITY, Thresholds.REVIEW_MATCH_PROBABILITY);
  }
}
