package org.sightline.linkage.comparing;

import java.util.Arrays;

/// Jaro–Winkler similarity as DuckDB and rapidfuzz have it, over code points.
///
/// 1. Two signs match when they are equal and no further apart than half the longer word less one.
/// 2. Jaro is the mean of the shares of matched signs and of those in the same order. 3. Above 0.7
///    a common start of up to four signs adds a tenth of what is missing for each
///    (<https://en.wikipedia.org/wiki/Jaro-Winkler_distance>).
public final class JaroWinkler {

  private static final double BOOSTED_ABOVE = 0.7;
  private static final double FOR_EACH_OF_THE_START = 0.1;
  private static final int LONGEST_START = 4;

  private boolean[] takenLeft = new boolean[64];
  private boolean[] takenRight = new boolean[64];

  public double similarity(Word left, Word right) {
    double jaro = jaro(left, right);
    return jaro <= BOOSTED_ABOVE ? jaro : boosted(jaro, left.commonStart(right));
  }

  /// @param start how many signs two words have in common from their beginning
  static double boosted(double jaro, int start) {
    return jaro <= BOOSTED_ABOVE
        ? jaro
        : jaro + Math.min(LONGEST_START, start) * FOR_EACH_OF_THE_START * (1 - jaro);
  }

  /// @param moved half the number of matched signs that are out of order
  static double jaro(int matches, int m, int n, int moved) {
    double c = matches;
    return (c / m + c / n + (c - moved) / c) / 3;
  }

  private double jaro(Word left, Word right) {
    int m = left.length();
    int n = right.length();
    if (m == 0 || n == 0) {
      return 0;
    }
    reset(Math.max(m, n));
    int window = Math.max(0, Math.max(m, n) / 2 - 1);
    int matches = matches(left.points(), m, right.points(), n, window);
    if (matches == 0) {
      return 0;
    }
    return jaro(matches, m, n, outOfOrder(left.points(), m, right.points()) / 2);
  }

  private void reset(int length) {
    if (length > takenLeft.length) {
      takenLeft = new boolean[length * 2];
      takenRight = new boolean[length * 2];
    } else {
      Arrays.fill(takenLeft, 0, length, false);
      Arrays.fill(takenRight, 0, length, false);
    }
  }

  private int matches(int[] left, int m, int[] right, int n, int window) {
    int matches = 0;
    for (int i = 0; i < m; i++) {
      int to = Math.min(n - 1, i + window);
      for (int j = Math.max(0, i - window); j <= to; j++) {
        if (!takenRight[j] && left[i] == right[j]) {
          takenLeft[i] = true;
          takenRight[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  private int outOfOrder(int[] left, int m, int[] right) {
    int moved = 0;
    int j = 0;
    for (int i = 0; i < m; i++) {
      if (takenLeft[i]) {
        while (!takenRight[j]) {
          j++;
        }
        moved += left[i] == right[j] ? 0 : 1;
        j++;
      }
    }
    return moved;
  }
}
