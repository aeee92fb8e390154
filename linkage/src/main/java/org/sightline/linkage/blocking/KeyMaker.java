package org.sightline.linkage.blocking;

import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// Makes the keys of records by some rules. What a rule takes of a value is worked out once for
/// each distinct value. Keys of records are never kept: whether two agree is seen from their cells.
final class KeyMaker {

  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long[] WHOLE = new long[0];

  private final boolean[] anyOrder;
  private final int[][] partsOf;
  private final int[] places;
  private final long[][] hashes;

  private KeyMaker(boolean[] anyOrder, int[][] partsOf, int[] places, long[][] hashes) {
    this.anyOrder = anyOrder;
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
    var anyOrder = new boolean[rules.size()];
    for (int r = 0; r < anyOrder.length; r++) {
      anyOrder[r] = rules.get(r).anyOrder();
    }
    return new KeyMaker(anyOrder, partsOf, places, hashes);
  }

  int rules() {
    return partsOf.length;
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
      long hash = hash(parts[p], value);
      key =
          p == 1 && anyOrder[rule]
              ? inEitherOrder(hash(parts[0], cells[at + places[parts[0]]]), hash)
              : mix(key, hash);
    }
    return key | 1;
  }

  /// Whether a rule brings two records together.
  ///
  /// @param left where the one begins among the cells
  /// @param right where the other does
  boolean agree(int[] cells, int left, int right, int rule) {
    int[] parts = partsOf[rule];
    if (!anyOrder[rule]) {
      for (int part : parts) {
        if (!agree(cells, left, right, part, part)) {
          return false;
        }
      }
      return true;
    }
    for (int p = 2; p < parts.length; p++) {
      if (!agree(cells, left, right, parts[p], parts[p])) {
        return false;
      }
    }
    return agree(cells, left, right, parts[0], parts[0])
            && agree(cells, left, right, parts[1], parts[1])
        || agree(cells, left, right, parts[0], parts[1])
            && agree(cells, left, right, parts[1], parts[0]);
  }

  private boolean agree(int[] cells, int left, int right, int leftPart, int rightPart) {
    int a = cells[left + places[leftPart]];
    int b = cells[right + places[rightPart]];
    if (a == 0 || b == 0) {
      return false;
    }
    if (leftPart == rightPart && (a == b || hashes[leftPart] == WHOLE)) {
      return a == b;
    }
    return hash(leftPart, a) == hash(rightPart, b);
  }

  private long hash(int part, int value) {
    long[] of = hashes[part];
    return of == WHOLE ? value * MIX ^ value : of[value];
  }

  private static long inEitherOrder(long a, long b) {
    return mix(mix(1, Math.min(a, b)), Math.max(a, b));
  }

  private static long mix(long key, long hash) {
    long mixed = (key ^ hash) * MIX;
    return mixed ^ mixed >>> 31;
  }

  private static long[] hashes(Records records, KeyPart part) {
    boolean isWhole = part.name().equals(part.field().label()) && part.field() != Field.BIRTH_DATE;
    if (isWhole) {
      return WHOLE;
    }
    var values = records.values().get(records.placeOf(part.field()));
    var hashes = new long[values.size()];
    for (int code = 1; code < hashes.length; code++) {
      hashes[code] = hash(part.of().apply(values.text(code)));
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
