package org.sightline.linkage.reading;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sightline.linkage.reading.Slices.Slice;

/// Where a list came from, so that its rows can be gone through once more, slice by slice.
public final class Source implements AutoCloseable {

  private final Bytes bytes;
  private final Dialect dialect;
  private final List<Slice> slices;
  private final int headings;

  Source(Bytes bytes, Dialect dialect, List<Slice> slices, int headings) {
    this.bytes = bytes;
    this.dialect = dialect;
    this.slices = List.copyOf(slices);
    this.headings = headings;
  }

  public int slices() {
    return slices.size();
  }

  /// Goes through the rows of a slice that were taken, as they were when the list was read.
  public void forEachTaken(int slice, Consumer<Rows> visitor) {
    walk(slice, visitor, reason -> {}, () -> new byte[0]);
  }

  /// @param spare a buffer to use if it is large enough
  void walk(int slice, Consumer<Rows> taken, Consumer<String> skipped, Supplier<byte[]> spare) {
    var place = slices.get(slice);
    int most = Slices.SIZE + Slices.LONGEST_ROW;
    int wanted = (int) Math.min(place.end() - place.start(), most);
    var buffer = spare.get();
    if (buffer.length < wanted) {
      buffer = new byte[wanted];
    }
    int length = bytes.read(place.start(), buffer, wanted);
    boolean cut = place.end() - place.start() > most;
    var rows = new Rows(dialect);
    rows.over(buffer, 0, length);
    boolean first = slice == 0;
    while (rows.next()) {
      boolean isLast = rows.isAtEnd();
      if (first) {
        first = false;
      } else if (rows.length() > Slices.LONGEST_ROW || cut && isLast) {
        skipped.accept(
            "the row is longer than a megabyte; a quotation mark may never have been closed");
      } else {
        judge(rows, taken, skipped);
      }
    }
  }

  private void judge(Rows rows, Consumer<Rows> taken, Consumer<String> skipped) {
    if (rows.hasNul()) {
      skipped.accept("the row holds a NUL byte");
    } else if (rows.cells() < headings) {
      skipped.accept("the row has %d of the %d columns".formatted(rows.cells(), headings));
    } else if (rows.cells() > headings && !isEmptyFrom(rows, headings)) {
      skipped.accept(
          "the row has %d columns and the headings have %d".formatted(rows.cells(), headings));
    } else {
      taken.accept(rows);
    }
  }

  private static boolean isEmptyFrom(Rows rows, int cell) {
    for (int c = cell; c < rows.cells(); c++) {
      if (rows.start(c) < rows.end(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
