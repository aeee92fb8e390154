package org.sightline.linkage.blocking;

import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Records;

/// The keys of some records. Rows stand one after the other, so that a pair touches two places of
/// memory.
final class Keys {

  private static final int ROWS_AT_ONCE = 1 << 15;

  private final long[] keys;
  private final int rules;

  private Keys(long[] keys, int rules) {
    this.keys = keys;
    this.rules = rules;
  }

  long of(int row, int rule) {
    return keys[row * rules + rule];
  }

  /// Whether a rule brings two records together.
  boolean agree(int left, int right, int rule) {
    long key = keys[left * rules + rule];
    return key != 0 && key == keys[right * rules + rule];
  }

  static Keys of(Records records, List<Rule> rules, Workers workers) {
    return of(records, KeyMaker.of(records, rules, workers), workers);
  }

  static Keys of(Records records, KeyMaker maker, Workers workers) {
    int rules = maker.rules();
    var keys = new long[Math.multiplyExact(records.rows(), rules)];
    int[] cells = records.cells();
    int width = records.width();
    workers.run(
        (records.rows() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        task -> {
          int to = Math.min(records.rows(), (task + 1) * ROWS_AT_ONCE);
          for (int row = task * ROWS_AT_ONCE; row < to; row++) {
            for (int rule = 0; rule < rules; rule++) {
              keys[row * rules + rule] = maker.key(cells, row * width, rule);
            }
          }
        });
    return new Keys(keys, rules);
  }
}
