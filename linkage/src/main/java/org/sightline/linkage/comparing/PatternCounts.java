package org.sightline.linkage.comparing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How often each pattern was seen.
public final class PatternCounts implements Serializable {

  private long[] patterns = new long[256];
  private long[] counts = new long[256];
  private int size;

  public void add(long pattern) {
    add(pattern, 1);
  }

  public void add(long pattern, long count) {
    if (size * 2 >= patterns.length) {
      grow();
    }
    int slot = slot(pattern);
    if (counts[slot] == 0) {
      patterns[slot] = pattern;
      size++;
    }
    counts[slot] += count;
  }

  public void addAll(PatternCounts other) {
    for (int i = 0; i < other.patterns.length; i++) {
      if (other.counts[i] > 0) {
        add(other.patterns[i], other.counts[i]);
      }
    }
  }

  public long total() {
    return Arrays.stream(counts).sum();
  }

  /// The patterns in the order of their numbers, so that sums over them come out the same.
  public long[] patterns() {
    return IntStream.range(0, patterns.length)
        .filter(i -> counts[i] > 0)
        .mapToLong(i -> patterns[i])
        .sorted()
        .toArray();
  }

  /// The counts of some patterns, in their order.
  public long[] counts(long[] of) {
    return Arrays.stream(of).map(this::count).toArray();
  }

  public long count(long pattern) {
    return counts[slot(pattern)];
  }

  private int slot(long pattern) {
    int mask = patterns.length - 1;
    int slot = (int) (pattern * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (counts[slot] != 0 && patterns[slot] != pattern) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldPatterns = patterns;
    long[] oldCounts = counts;
    patterns = new long[oldPatterns.length * 2];
    counts = new long[oldPatterns.length * 2];
    size = 0;
    for (int i = 0; i < oldPatterns.length; i++) {
      if (oldCounts[i] > 0) {
        add(oldPatterns[i], oldCounts[i]);
      }
    }
  }
}
