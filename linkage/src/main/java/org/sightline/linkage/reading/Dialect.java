package org.sightline.linkage.reading;

import java.util.Arrays;

/// How a list is written: what parts its columns, what ends a line, and where the first row begins.
///
/// @param start where the first line begins, after a byte order mark and leading comments
/// @param comments whether lines that begin with `#` are not rows
public record Dialect(byte delimiter, byte lineEnd, long start, boolean comments) {

  private static final byte[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int LINES_LOOKED_AT = 40;

  static final byte PLAIN = 0;
  static final byte DELIMITER = 1;
  static final byte LINE_END = 2;
  static final byte QUOTE = 3;
  static final byte NUL = 4;

  /// 1. Skip a UTF-8 byte order mark. 2. A first line with `#` is a comment, and so are all such.
  /// 3. Without any line feed a carriage return ends a line. 4. The delimiter is the one that parts
  /// the most lines into the same number of columns, the most columns winning.
  static Dialect detect(byte[] head, int length) {
    int start = hasMark(head, length) ? 3 : 0;
    boolean comments = start < length && head[start] == '#';
    byte lineEnd = lineEnd(head, length);
    while (comments && start < length && head[start] == '#') {
      start = after(head, start, length, lineEnd);
    }
    byte best = ',';
    long bestScore = 0;
    for (byte delimiter : DELIMITERS) {
      long score = score(head, start, length, delimiter, lineEnd);
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return new Dialect(best, lineEnd, start, comments);
  }

  /// What each byte means, by its value as an unsigned number.
  byte[] kinds() {
    var kinds = new byte[256];
    kinds[delimiter & 0xff] = DELIMITER;
    kinds[lineEnd & 0xff] = LINE_END;
    kinds['"'] = QUOTE;
    kinds[0] = NUL;
    return kinds;
  }

  private static boolean hasMark(byte[] head, int length) {
    return length >= 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf;
  }

  private static byte lineEnd(byte[] head, int length) {
    boolean returns = false;
    for (int i = 0; i < length; i++) {
      if (head[i] == '\n') {
        return '\n';
      }
      returns |= head[i] == '\r';
    }
    return (byte) (returns ? '\r' : '\n');
  }

  private static int after(byte[] head, int from, int length, byte lineEnd) {
    int i = from;
    while (i < length && head[i] != lineEnd) {
      i++;
    }
    return Math.min(length, i + 1);
  }

  private static long score(byte[] head, int start, int length, byte delimiter, byte lineEnd) {
    var counts = new int[LINES_LOOKED_AT];
    int lines = 0;
    int count = 0;
    boolean quoted = false;
    for (int i = start; i < length && lines < LINES_LOOKED_AT; i++) {
      byte b = head[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (b == delimiter && !quoted) {
        count++;
      } else if (b == lineEnd && !quoted) {
        counts[lines++] = count;
        count = 0;
      }
    }
    if (lines == 0) {
      counts[lines++] = count;
    }
    int first = counts[0];
    long same = Arrays.stream(counts, 0, lines).filter(c -> c == first).count();
    return first == 0 ? 0 : same * 1000 + Math.min(first, 999);
  }
}
