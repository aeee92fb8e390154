package org.sightline.linkage.reading;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.Workers;

/// Cuts a list into slices that begin at the beginning of a row, so that several threads can read
/// them.
///
/// 1. Count the quotation marks of each block of [#SIZE] bytes, in parallel. 2. Without any, a
///    slice begins after the next line end. 3. With some, an odd number of them before a block
///    means that it begins within a quoted cell: each block is searched for a line end outside
///    quotation marks, in parallel. 4. Where a quotation mark stands in the middle of a plain cell,
///    counting says nothing, and one walk over the whole list says which line ends are quoted.
final class Slices {

  /// The same whatever the number of threads, so that the result is.
  static final int SIZE = 4 << 20;

  /// No row of a list of people is longer: a quotation mark that is never closed makes such rows.
  static final int LONGEST_ROW = 1 << 20;

  private static final long IRREGULAR = -1;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long QUOTES = 0x2222222222222222L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

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
    int[] quotes = quotes(start, workers);
    var cuts =
        Arrays.stream(quotes).allMatch(q -> q == 0)
            ? cutsByLineEnds(start)
            : cutsOfQuoted(start, quotes, workers);
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

  private int[] quotes(long start, Workers workers) {
    int blocks = Math.toIntExact((bytes.size() - start + SIZE - 1) / SIZE);
    var quotes = new int[blocks];
    var buffers = ThreadLocal.withInitial(() -> new byte[sizeOfBlock(start)]);
    workers.run(blocks, block -> quotes[block] = count(start + (long) block * SIZE, buffers.get()));
    return quotes;
  }

  private int sizeOfBlock(long start) {
    return (int) Math.min(SIZE, bytes.size() - start);
  }

  private int count(long at, byte[] buffer) {
    int length = bytes.read(at, buffer, buffer.length);
    int found = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      // A byte that is a quotation mark becomes nought, and of noughts alone the highest bit stays.
      long apart = (long) LONGS.get(buffer, i) ^ QUOTES;
      found += Long.bitCount(~((apart & LOW_BITS) + LOW_BITS | apart | LOW_BITS));
    }
    for (; i < length; i++) {
      found += buffer[i] == '"' ? 1 : 0;
    }
    return found;
  }

  /// One cut in each block but the first, where it has an unquoted line end.
  private List<Long> cutsOfQuoted(long start, int[] quotes, Workers workers) {
    var quoted = new boolean[quotes.length];
    for (int block = 1; block < quotes.length; block++) {
      quoted[block] = quoted[block - 1] ^ (quotes[block - 1] & 1) == 1;
    }
    var found = new long[quotes.length];
    var buffers = ThreadLocal.withInitial(() -> new byte[sizeOfBlock(start)]);
    workers.run(
        quotes.length,
        block -> {
          var walk = new QuoteWalk(lineEnd, delimiter);
          long at = start + (long) block * SIZE;
          walk.beginAfter(block == 0 ? lineEnd : before(at), quoted[block]);
          walk.over(buffers.get(), bytes.read(at, buffers.get(), buffers.get().length));
          found[block] = walk.isRegular() ? cut(at, walk) : IRREGULAR;
        });
    if (Arrays.stream(found).anyMatch(f -> f == IRREGULAR)) {
      walkThrough(start, found);
    }
    return Arrays.stream(found).skip(1).filter(cut -> cut > 0).boxed().toList();
  }

  private void walkThrough(long start, long[] found) {
    var walk = new QuoteWalk(lineEnd, delimiter);
    walk.beginAfter(lineEnd, false);
    var buffer = new byte[sizeOfBlock(start)];
    for (int block = 0; block < found.length; block++) {
      long at = start + (long) block * SIZE;
      walk.over(buffer, bytes.read(at, buffer, buffer.length));
      found[block] = cut(at, walk);
    }
  }

  /// The first beginning of a row after a place, or 0.
  private long cut(long at, QuoteWalk walk) {
    long cut = at + walk.firstRow();
    return walk.firstRow() > 0 && cut < bytes.size() ? cut : 0;
  }

  private byte before(long at) {
    var one = new byte[1];
    bytes.read(at - 1, one, 1);
    return one[0];
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
}
