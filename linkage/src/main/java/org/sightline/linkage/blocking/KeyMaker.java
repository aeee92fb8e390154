package org.sightline.linkage.blocking;

import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// Makes the keys of records by some rules. What a rule takes of a value is worked out once for
/// each distinct value.
final class KeyMaker {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final List<Rule> rules;
  private final int[][] partsOf;
  private final int[] places;
  private final long[][] hashes;

  private KeyMaker(List<Rule> rules, int[][] partsOf, int[] places, long[][] hashes) {
    this.rules = rules;
    this.partsOf = partsOf;
    this.places = places;
    this.hashes = hashes;
  }

  /// @param records only their fields and values count here
  static KeyMaker of(Records records, List<Rule> rules, Workers workers) {
    var parts = rules.stream().flatMap(r -> r.parts().stream()).distinct().toList();
    var hashes = new long[parts.size()][];
    workers.run(parts.size(), p -> hashes[p] = hashes(records, parts.get(p)));
    int[][] partsOf =
        rules.stream()
            .map(r -> r.parts().stream().mapToInt(parts::indexOf).toArray())
            .toArray(int[][]::new);
    int[] places = parts.stream().mapToInt(p -> records.placeOf(p.field())).toArray();
    return new KeyMaker(rules, partsOf, places, hashes);
  }

  int rules() {
    return rules.size();
  }

  /// @param at where the record begins among the cells
  /// @return a number that is the same for records of one block; 0 where the record lacks a part
  long key(int[] cells, int at, int rule) {
    long key = 1;
    int[] parts = partsOf[rule];
    for (int p = 0; p < parts.length; p++) {
      int value = cells[at + places[parts[p]]];
      if (value == 0) {
        return 0;
      }
      long hash = hashes[parts[p]][value];
      key =
          p == 1 && rules.get(rule).anyOrder()
              ? inEitherOrder(hashes[parts[0]][cells[at + places[parts[0]]]], hash)
              : mix(key, hash);
    }
    return key | 1;
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
