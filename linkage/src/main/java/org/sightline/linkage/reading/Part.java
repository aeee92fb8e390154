package org.sightline.linkage.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of one slice of a list: for each wanted column a number per row, and what the numbers
/// stand for.
public final class Part {

  /// @param row counted from 0 within the part, refused rows counted too
  record Skipped(int row, String reason) {}

  private ByteDictionary[] values;
  private int[][] codes;
  private final List<Skipped> skipped = new ArrayList<>();
  private int taken;
  private int seen;

  Part(int columns, int expectedRows) {
    values = new ByteDictionary[columns];
    Arrays.setAll(values, c -> new ByteDictionary());
    codes = new int[columns][Math.max(16, expectedRows)];
  }

  void skip(String reason) {
    skipped.add(new Skipped(seen++, reason));
  }

  void take(Rows row, int[] wanted) {
    if (codes.length > 0 && taken == codes[0].length) {
      Arrays.setAll(codes, c -> Arrays.copyOf(codes[c], taken * 2));
    }
    byte[] buffer = row.buffer();
    for (int c = 0; c < wanted.length; c++) {
      int cell = wanted[c];
      int from = row.start(cell);
      int to = row.end(cell);
      while (from < to && (buffer[from] == ' ' || buffer[from] == '\t')) {
        from++;
      }
      while (from < to && (buffer[to - 1] == ' ' || buffer[to - 1] == '\t')) {
        to--;
      }
      codes[c][taken] = values[c].codeOf(buffer, from, to);
    }
    taken++;
    seen++;
  }

  /// Its values are not asked for again; only its rows are counted.
  void forgetValues() {
    values = new ByteDictionary[0];
    codes = new int[0][];
  }

  /// Rows that were taken.
  public int rows() {
    return taken;
  }

  /// Rows that were there.
  int seen() {
    return seen;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  public ByteDictionary values(int column) {
    return values[column];
  }

  public int code(int column, int row) {
    return codes[column][row];
  }

  public int[] codes(int column) {
    return codes[column];
  }
}
