package org.sightline.linkage.comparing;

import java.util.Arrays;

/// Unrestricted Damerau–Levenshtein distance over code points: signs put in, left out, changed, and
/// neighbours swapped, also when something stands between them
/// (Lowrance and Wagner 1975, <https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance>).
public final class DamerauLevenshtein {

  private int[][] cost = new int[0][0];
  private int[] lastRow = new int[64];

  public int distance(Word left, Word right) {
    int m = left.length();
    int n = right.length();
    room(m + 2, n + 2);
    int far = m + n;
    int[][] d = cost;
    d[0][0] = far;
    for (int i = 0; i <= m; i++) {
      d[i + 1][0] = far;
      d[i + 1][1] = i;
    }
    for (int j = 0; j <= n; j++) {
      d[0][j + 1] = far;
      d[1][j + 1] = j;
    }
    // For each sign of the right word: the last row of the left word that had it, kept at the
    // sign's first place.
    Arrays.fill(lastRow, 0, n + 1, 0);
    for (int i = 1; i <= m; i++) {
      int lastColumn = 0;
      int sign = left.at(i - 1);
      for (int j = 1; j <= n; j++) {
        int row = lastRow[right.indexOf(right.at(j - 1))];
        int column = lastColumn;
        boolean same = sign == right.at(j - 1);
        if (same) {
          lastColumn = j;
        }
        int change = d[i][j] + (same ? 0 : 1);
        int moved = d[row][column] + (i - row - 1) + 1 + (j - column - 1);
        d[i + 1][j + 1] = Math.min(Math.min(change, moved), Math.min(d[i + 1][j], d[i][j + 1]) + 1);
      }
      int place = right.indexOf(sign);
      if (place >= 0) {
        lastRow[place] = i;
      }
    }
    return d[m + 1][n + 1];
  }

  /// Whether the distance is exactly one, without working it out; for words that differ.
  public boolean isOne(Word left, Word right) {
    int m = left.length();
    int n = right.length();
    if (Math.abs(m - n) > 1) {
      return false;
    }
    int start = left.commonStart(right);
    int end = 0;
    while (end < Math.min(m, n) - start && left.at(m - 1 - end) == right.at(n - 1 - end)) {
      end++;
    }
    int differLeft = m - start - end;
    int differRight = n - start - end;
    if (differLeft <= 1 && differRight <= 1) {
      return true;
    }
    return differLeft == 2
        && differRight == 2
        && left.at(start) == right.at(start + 1)
        && left.at(start + 1) == right.at(start);
  }

  private void room(int rows, int columns) {
    if (cost.length < rows || cost.length == 0 || cost[0].length < columns) {
      cost = new int[Math.max(rows, 40)][Math.max(columns, 40)];
    }
    if (lastRow.length < columns) {
      lastRow = new int[columns * 2];
    }
  }
}
