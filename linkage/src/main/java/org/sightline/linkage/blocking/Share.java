package org.sightline.linkage.blocking;

import java.util.Arrays;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Candidates.Taker;
import org.sightline.linkage.cleaning.Records;

/// The records of one share, numbered from 0, and the candidates among them.
public final class Share {

  private final int rule;
  private final int[] rows;
  private final Records records;
  private final Candidates candidates;

  Share(int rule, int[] rows, Records records, Candidates candidates) {
    this.rule = rule;
    this.rows = rows;
    this.records = records;
    this.candidates = candidates;
  }

  public Records records() {
    return records;
  }

  public int rule() {
    return rule;
  }

  /// The number among all records of one of these.
  public int row(int own) {
    return rows[own];
  }

  public void run(Taker taker) {
    candidates.run(new Workers(1), task -> taker);
  }

  /// The pairs of one whole block in so many.
  public void sample(Surveyed surveyed, Taker taker) {
    candidates.sampleEvery(rule, surveyed.every(rule), taker);
  }

  public Survey survey() {
    int[] places = candidates.placesInLargeBlocks(rule);
    var found = new long[places.length];
    int n = 0;
    for (int own = 0; own < places.length; own++) {
      if (places[own] > 0) {
        found[n++] = (long) rows[own] << 32 | places[own];
      }
    }
    return new Survey(
        rule,
        candidates.pairsOfWholeBlocks(rule),
        candidates.largeBlocks(),
        Arrays.copyOf(found, n));
  }
}
