package org.sightline.linkage.running;

import java.nio.charset.StandardCharsets;
import org.sightline.linkage.reading.Rows;
import org.sightline.linkage.reading.Texts;

/// What rows say, as numbers that can be held for a million rows and compared.
final class RowSigns {

  private static final int MOST_COLUMNS_COMPARED = 64;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private RowSigns() {}

  /// The same whatever the order of the columns.
  static long hash(Rows row, int[] columns) {
    long sum = 0;
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] >= 0 && row.start(columns[c]) < row.end(columns[c])) {
        sum += mixed(ofCell(row, columns[c]) + c + 1);
      }
    }
    return sum;
  }

  static long[] cells(Rows row, int[] columns) {
    var cells = new long[Math.min(MOST_COLUMNS_COMPARED, columns.length)];
    for (int c = 0; c < cells.length; c++) {
      boolean filled = columns[c] >= 0 && row.start(columns[c]) < row.end(columns[c]);
      cells[c] = filled ? ofCell(row, columns[c]) | 1 : 0;
    }
    return cells;
  }

  static boolean isMostlyTheSame(long[] some, long[] others) {
    int same = 0;
    int filled = 0;
    for (int c = 0; c < Math.min(some.length, others.length); c++) {
      same += some[c] != 0 && some[c] == others[c] ? 1 : 0;
      filled += some[c] != 0 || others[c] != 0 ? 1 : 0;
    }
    return filled > 0 && same * 2 >= filled;
  }

  /// Text that was not UTF-8 was written as such.
  private static long ofCell(Rows row, int column) {
    byte[] bytes = row.buffer();
    int from = row.start(column);
    int to = row.end(column);
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        bytes = Texts.of(bytes, from, to).getBytes(StandardCharsets.UTF_8);
        from = 0;
        to = bytes.length;
        break;
      }
    }
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * MIX;
      hash ^= hash >>> 29;
    }
    return mixed(hash);
  }

  private static long mixed(long h) {
    long mixed = (h ^ h >>> 32) * MIX;
    return mixed ^ mixed >>> 29;
  }
}
