package org.sightline.linkage.weighing;

import java.io.Serializable;
import java.util.Arrays;

/// Compared pairs of one task: two rows, the pattern of their agreement and, once it is worked out,
/// the weight.
public final class Pairs implements Serializable {

  private int[] left = new int[64];
  private int[] right = new int[64];
  private long[] patterns = new long[64];
  private float[] weights = new float[0];
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
      patterns = Arrays.copyOf(patterns, more);
    }
    left[size] = l;
    right[size] = r;
    patterns[size++] = pattern;
  }

  public void trim() {
    left = Arrays.copyOf(left, size);
    right = Arrays.copyOf(right, size);
    patterns = Arrays.copyOf(patterns, size);
  }

  void weigh(Weights by) {
    weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) by.weight(left[i], right[i], patterns[i]);
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
    return patterns[i];
  }

  public float weight(int i) {
    return weights[i];
  }
}
