package org.sightline.linkage.blocking;

import java.util.Arrays;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Candidates.Taker;
import org.sightline.linkage.cleaning.Records;

/// The records of one share, numbered from 0, and the candidates among them.
public final class Share {

  private final int rule;
  private final int[] rows;
  private final Candidates candidates;
  private final Blocks blocks;

  Share(int rule, int[] rows, Candidates candidates) {
    this.rule = rule;
    this.rows = rows;
    this.candidates = candidates;
    this.blocks = candidates.blocks(rule, new Workers(1));
  }

  public Records records() {
    return candidates.records();
  }

  public int rule() {
    return rule;
  }

  /// The number among all records of one of these.
  public int row(int own) {
    return rows[own];
  }

  public void run(Taker taker) {
    for (int task = 0; task < blocks.tasks(); task++) {
      blocks.run(task, taker);
    }
  }

  /// The pairs of one whole block in so many.
  public void sample(Surveyed surveyed, Taker taker) {
    blocks.sampleEvery(surveyed.every(rule), taker);
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
        rule, blocks.pairsOfWhole(), candidates.largeBlocks(), Arrays.copyOf(found, n));
  }
}
