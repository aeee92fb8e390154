package org.sightline.linkage.blocking;

import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// For each record and rule a number that is the same for records of one block; 0 where the record
/// lacks a part. Rows stand one after the other, so that a pair touches two places of memory.
final class Keys {

  private static final long MIX = 0x9E3779B97F4A7C15L;
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
    var keys = new long[Math.multiplyExact(records.rows(), rules.size())];
    var parts = rules.stream().flatMap(r -> r.parts().stream()).distinct().toList();
    var hashes = new long[parts.size()][];
    workers.run(parts.size(), p -> hashes[p] = hashes(records, parts.get(p)));
    var made = new Keys(keys, rules.size());
    int tasks = (records.rows() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    int[][] partsOf =
        rules.stream()
            .map(r -> r.parts().stream().mapToInt(parts::indexOf).toArray())
            .toArray(int[][]::new);
    int[] places = parts.stream().mapToInt(p -> records.placeOf(p.field())).toArray();
    workers.run(
        tasks,
        task -> {
          int to = Math.min(records.rows(), (task + 1) * ROWS_AT_ONCE);
          for (int row = task * ROWS_AT_ONCE; row < to; row++) {
            made.fill(row, records, rules, partsOf, places, hashes);
          }
        });
    return made;
  }

  private void fill(
      int row, Records records, List<Rule> rules, int[][] partsOf, int[] places, long[][] hashes) {
    for (int r = 0; r < rules.size(); r++) {
      long key = 1;
      int[] parts = partsOf[r];
      boolean complete = true;
      for (int p = 0; p < parts.length; p++) {
        int value = records.cell(row, places[parts[p]]);
        complete &= value != 0;
        long hash = hashes[parts[p]][value];
        key =
            p == 1 && rules.get(r).anyOrder()
                ? inEitherOrder(hashes[parts[0]][records.cell(row, places[parts[0]])], hash)
                : mix(key, hash);
      }
      keys[row * this.rules + r] = complete ? key | 1 : 0;
    }
  }

  private static long inEitherOrder(long a, long b) {
    return mix(mix(1, Math.min(a, b)), Math.max(a, b));
  }

  private static long mix(long key, long hash) {
    long mixed = (key ^ hash) * MIX;
    return mixed ^ mixed >>> 31;
  }

  private static long[] hashes(Records records, KeyPart part) {
    var values = records.values().get(records.placeOf(part.field()));
    var hashes = new long[values.size()];
    boolean isWhole = part.name().equals(part.field().label()) && part.field() != Field.BIRTH_DATE;
    for (int code = 1; code < hashes.length; code++) {
      hashes[code] = isWhole ? (code * MIX ^ code) : hash(part.of().apply(values.text(code)));
    }
    return hashes;
  }

  private static long hash(String text) {
    long hash = 7;
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash, text.charAt(i) + 1);
    }
    return hash;
  }
}
