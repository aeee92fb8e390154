package org.sightline.linkage.weighing;

import java.io.Serializable;
import java.util.Arrays;
import org.sightline.linkage.comparing.PatternCounts;

/// Compared pairs of one task: two rows, the pattern of their agreement and, once it is worked out,
/// the weight. There are few patterns among many pairs, so that each pair holds the number of its
/// pattern in two bytes, or in four where a task has very many.
public final class Pairs implements Serializable {

  private static final int MOST_OF_TWO_BYTES = 1 << 16;

  private int[] left = new int[64];
  private int[] right = new int[64];
  private int[] wide = new int[64];
  private char[] narrow = new char[0];
  private long[] patterns = new long[16];
  private long[] counts = new long[16];
  private int[] slots = new int[64];
  private float[] weights = new float[0];
  private int known;
  private int size;

  /// Pairs whose weights are known already.
  public static Pairs of(int[] left, int[] right, float[] weights) {
    var pairs = new Pairs();
    for (int i = 0; i < left.length; i++) {
      pairs.add(left[i], right[i], 0);
    }
    pairs.trim();
    pairs.weights = weights.clone();
    return pairs;
  }

  public void add(int l, int r, long pattern) {
    if (size == left.length) {
      int more = size * 2;
      left = Arrays.copyOf(left, more);
      right = Arrays.copyOf(right, more);
      wide = Arrays.copyOf(wide, more);
    }
    int number = numberOf(pattern);
    counts[number]++;
    left[size] = l;
    right[size] = r;
    wide[size++] = number;
  }

  /// Nothing is added any more.
  public void trim() {
    left = Arrays.copyOf(left, size);
    right = Arrays.copyOf(right, size);
    patterns = Arrays.copyOf(patterns, known);
    counts = Arrays.copyOf(counts, known);
    slots = new int[0];
    if (known <= MOST_OF_TWO_BYTES) {
      narrow = new char[size];
      for (int i = 0; i < size; i++) {
        narrow[i] = (char) wide[i];
      }
      wide = new int[0];
    } else {
      wide = Arrays.copyOf(wide, size);
    }
  }

  /// Adds how often each pattern came up.
  public void countInto(PatternCounts all) {
    for (int number = 0; number < known; number++) {
      all.add(patterns[number], counts[number]);
    }
  }

  void weigh(Weights by) {
    var worth = new PatternWorth[known];
    for (int number = 0; number < known; number++) {
      worth[number] = by.worth(patterns[number]);
    }
    weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) by.weight(left[i], right[i], worth[number(i)]);
    }
  }

  public int size() {
    return size;
  }

  public int left(int i) {
    return left[i];
  }

  public int right(int i) {
    return right[i];
  }

  public long pattern(int i) {
    return patterns[number(i)];
  }

  public float weight(int i) {
    return weights[i];
  }

  private int number(int i) {
    return narrow.length > 0 ? narrow[i] : wide[i];
  }

  private int numberOf(long pattern) {
    int mask = slots.length - 1;
    int slot = (int) (pattern * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (patterns[number] == pattern) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    if (known == patterns.length) {
      patterns = Arrays.copyOf(patterns, known * 2);
      counts = Arrays.copyOf(counts, known * 2);
    }
    patterns[known] = pattern;
    slots[slot] = known + 1;
    if (++known * 4 > slots.length) {
      grow();
    }
    return known - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < known; number++) {
      int slot = (int) (patterns[number] * 0x9E3779B97F4A7C15L >>> 40) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number + 1;
    }
  }
}
