package org.sightline.linkage.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sightline.linkage.Workers;

/// Cuts a list into slices that begin at the beginning of a row, so that several threads can read
/// them.
///
/// 1. Count quotation marks, in parallel. 2. Without any, a slice begins after the next line end.
/// 3. With some, one walk over the whole list says which line ends stand inside quotation marks.
final class Slices {

  /// The same whatever the number of threads, so that the result is.
  static final int SIZE = 4 << 20;

  /// No row of a list of people is longer: a quotation mark that is never closed makes such rows.
  static final int LONGEST_ROW = 1 << 20;

  /// @param start where its first row begins
  /// @param end where the first row of the next begins
  record Slice(long start, long end) {}

  private final Bytes bytes;
  private final byte lineEnd;
  private final byte delimiter;

  Slices(Bytes bytes, Dialect dialect) {
    this.bytes = bytes;
    this.lineEnd = dialect.lineEnd();
    this.delimiter = dialect.delimiter();
  }

  List<Slice> from(long start, Workers workers) {
    var cuts = hasQuotes(start, workers) ? cutsByWalking(start) : cutsByLineEnds(start);
    var slices = new ArrayList<Slice>();
    long from = start;
    for (long cut : cuts) {
      slices.add(new Slice(from, cut));
      from = cut;
    }
    if (from < bytes.size()) {
      slices.add(new Slice(from, bytes.size()));
    }
    return slices;
  }

  private boolean hasQuotes(long start, Workers workers) {
    var quotes = new AtomicLong();
    int blocks = Math.toIntExact((bytes.size() - start + SIZE - 1) / SIZE);
    workers.run(
        blocks,
        block -> {
          if (quotes.get() == 0) {
            quotes.addAndGet(count(start + (long) block * SIZE));
          }
        });
    return quotes.get() > 0;
  }

  private int count(long at) {
    var buffer = new byte[SIZE];
    int length = bytes.read(at, buffer, SIZE);
    int found = 0;
    for (int i = 0; i < length; i++) {
      found += buffer[i] == '"' ? 1 : 0;
    }
    return found;
  }

  private List<Long> cutsByLineEnds(long start) {
    var cuts = new ArrayList<Long>();
    var buffer = new byte[1 << 16];
    long at = start + SIZE;
    while (at < bytes.size()) {
      long cut = nextRow(at, buffer);
      if (cut < 0 || cut >= bytes.size()) {
        break;
      }
      cuts.add(cut);
      at = cut + SIZE;
    }
    return cuts;
  }

  private long nextRow(long from, byte[] buffer) {
    for (long at = from - 1; at < bytes.size(); ) {
      int length = bytes.read(at, buffer, buffer.length);
      for (int i = 0; i < length; i++) {
        if (buffer[i] == lineEnd) {
          return at + i + 1;
        }
      }
      at += length;
    }
    return -1;
  }

  private List<Long> cutsByWalking(long start) {
    var cuts = new ArrayList<Long>();
    var buffer = new byte[SIZE];
    long next = start + SIZE;
    boolean fieldBegins = true;
    boolean quoted = false;
    boolean afterQuote = false;
    for (long at = start; at < bytes.size(); ) {
      int length = bytes.read(at, buffer, SIZE);
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (quoted) {
          if (b == '"') {
            quoted = false;
            afterQuote = true;
          }
          continue;
        }
        if (b == '"') {
          quoted = fieldBegins || afterQuote;
          fieldBegins = false;
          afterQuote = false;
        } else if (b == lineEnd) {
          fieldBegins = true;
          afterQuote = false;
          if (at + i + 1 >= next && at + i + 1 < bytes.size()) {
            cuts.add(at + i + 1);
            next = at + i + 1 + SIZE;
          }
        } else {
          fieldBegins = b == delimiter;
          afterQuote = false;
        }
      }
      at += length;
    }
    return cuts;
  }
}
