package org.sightline.linkage.reading;

import java.util.Arrays;

/// Walks over rows of delimited text in a buffer, as RFC 4180 has it: a quotation mark counts at
/// the beginning of a cell only, two of them inside quotation marks are one, and a line end inside
/// them belongs to the cell.
///
/// Cells are places in the buffer. A quoted cell is written over itself without its marks, so the
/// buffer is used up by walking.
public final class Rows {

  private final byte[] kinds;
  private final byte lineEnd;
  private final boolean comments;
  private byte[] buffer = new byte[0];
  private int at;
  private int end;
  private int rowStart;
  private int cells;
  private boolean nul;
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  Rows(Dialect dialect) {
    this.kinds = dialect.kinds();
    this.lineEnd = dialect.lineEnd();
    this.comments = dialect.comments();
  }

  void over(byte[] bytes, int from, int to) {
    buffer = bytes;
    at = from;
    end = to;
  }

  /// Goes to the next row that is neither blank nor a comment.
  boolean next() {
    while (at < end) {
      rowStart = at;
      boolean comment = comments && buffer[at] == '#';
      readRow();
      if (!comment && !isBlank()) {
        return true;
      }
    }
    return false;
  }

  public int cells() {
    return cells;
  }

  public byte[] buffer() {
    return buffer;
  }

  public int start(int cell) {
    return starts[cell];
  }

  public int end(int cell) {
    return ends[cell];
  }

  boolean hasNul() {
    return nul;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  int length() {
    return at - rowStart;
  }

  public String text(int cell) {
    return Texts.of(buffer, starts[cell], ends[cell]);
  }

  private boolean isBlank() {
    return cells == 1 && starts[0] == ends[0];
  }

  private void readRow() {
    cells = 0;
    nul = false;
    boolean more = true;
    while (more) {
      if (cells == starts.length) {
        starts = Arrays.copyOf(starts, cells * 2);
        ends = Arrays.copyOf(ends, cells * 2);
      }
      more = at < end && buffer[at] == '"' ? readQuoted() : readPlain();
      cells++;
    }
    int last = cells - 1;
    if (lineEnd == '\n' && ends[last] > starts[last] && buffer[ends[last] - 1] == '\r') {
      ends[last]--;
    }
  }

  /// @return whether another cell of the row follows
  private boolean readPlain() {
    var bytes = buffer;
    var kindOf = kinds;
    int i = at;
    int to = end;
    starts[cells] = i;
    while (i < to) {
      byte kind = kindOf[bytes[i] & 0xff];
      if (kind == Dialect.DELIMITER || kind == Dialect.LINE_END) {
        ends[cells] = i;
        at = i + 1;
        return kind == Dialect.DELIMITER;
      }
      nul |= kind == Dialect.NUL;
      i++;
    }
    ends[cells] = i;
    at = i;
    return false;
  }

  private boolean readQuoted() {
    var bytes = buffer;
    int i = at + 1;
    int write = i;
    starts[cells] = i;
    boolean quoted = true;
    while (i < end) {
      byte b = bytes[i];
      if (quoted && b == '"') {
        if (i + 1 < end && bytes[i + 1] == '"') {
          i++;
        } else {
          quoted = false;
          i++;
          continue;
        }
      } else if (!quoted) {
        byte kind = kinds[b & 0xff];
        if (kind == Dialect.DELIMITER || kind == Dialect.LINE_END) {
          ends[cells] = write;
          at = i + 1;
          return kind == Dialect.DELIMITER;
        }
      }
      nul |= b == 0;
      bytes[write++] = bytes[i++];
    }
    ends[cells] = write;
    at = i;
    return false;
  }
}
