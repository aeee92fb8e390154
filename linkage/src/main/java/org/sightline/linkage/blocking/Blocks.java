package org.sightline.linkage.blocking;

import java.util.Arrays;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Candidates.Taker;

/// The blocks of one rule: its rows in the order of their keys.
///
/// They are sorted in two steps, so that every thread has its share: 1. The first bits of its key
/// put each row into one of [#HEAPS] heaps. 2. Each heap is sorted by itself. The order is that of
/// sorting all at once.
public final class Blocks {

  private static final int HEAPS = 256;
  private static final int ROWS_AT_ONCE = 1 << 15;

  /// Small enough for the records of a task to stay in the cache of one core.
  private static final int ENTRIES_OF_A_TASK = 1 << 13;

  private final Candidates candidates;
  private final int rule;
  private final int rowBits;
  private final long[] rows;

  private Blocks(Candidates candidates, int rule, long[] rows) {
    this.candidates = candidates;
    this.rule = rule;
    this.rowBits = candidates.rowBits();
    this.rows = rows;
  }

  static Blocks of(Candidates candidates, int rule, Workers workers) {
    int rows = candidates.records().rows();
    int chunks = Math.max(1, (rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE);
    var entries = new long[rows];
    var places = new int[chunks][];
    workers.run(chunks, chunk -> places[chunk] = entries(candidates, rule, entries, chunk));
    var starts = new int[HEAPS + 1];
    int next = 0;
    for (int heap = 0; heap < HEAPS; heap++) {
      starts[heap] = next;
      for (int[] place : places) {
        int size = place[heap];
        place[heap] = next;
        next += size;
      }
    }
    starts[HEAPS] = next;
    var sorted = new long[next];
    workers.run(chunks, chunk -> distribute(entries, places[chunk], sorted, chunk));
    var blocks = new Blocks(candidates, rule, sorted);
    var large = new int[HEAPS];
    workers.run(HEAPS, heap -> large[heap] = blocks.sort(starts[heap], starts[heap + 1]));
    candidates.hasLargeBlocks(rule, Arrays.stream(large).sum());
    return blocks;
  }

  /// @return how many entries belong to each heap
  private static int[] entries(Candidates candidates, int rule, long[] entries, int chunk) {
    var sizes = new int[HEAPS];
    int to = Math.min(entries.length, (chunk + 1) * ROWS_AT_ONCE);
    for (int row = chunk * ROWS_AT_ONCE; row < to; row++) {
      long entry = candidates.entry(row, rule);
      entries[row] = entry;
      if (entry >= 0) {
        sizes[heap(entry)]++;
      }
    }
    return sizes;
  }

  private static void distribute(long[] entries, int[] places, long[] sorted, int chunk) {
    int to = Math.min(entries.length, (chunk + 1) * ROWS_AT_ONCE);
    for (int row = chunk * ROWS_AT_ONCE; row < to; row++) {
      if (entries[row] >= 0) {
        sorted[places[heap(entries[row])]++] = entries[row];
      }
    }
  }

  private static int heap(long entry) {
    return (int) (entry >>> 55);
  }

  /// @return how many blocks of the heap are too large to be compared whole
  private int sort(int from, int to) {
    Arrays.sort(rows, from, to);
    int large = 0;
    for (int start = from; start < to; ) {
      int end = endOfBlock(start);
      if (end - start > Candidates.LARGEST_BLOCK) {
        candidates.order(rule, rows, start, end);
        large++;
      }
      start = end;
    }
    return large;
  }

  /// The blocks that begin in one range of the sorted rows are a task.
  public int tasks() {
    return (rows.length + ENTRIES_OF_A_TASK - 1) / ENTRIES_OF_A_TASK;
  }

  /// Hands over the pairs of a task that no rule before has brought.
  public void run(int task, Taker taker) {
    int from = task * ENTRIES_OF_A_TASK;
    int end = Math.min(rows.length, from + ENTRIES_OF_A_TASK);
    while (from > 0 && from < end && rows[from] >>> rowBits == rows[from - 1] >>> rowBits) {
      from++;
    }
    if (from == end) {
      return;
    }
    int last = endOfBlock(end - 1);
    int width = candidates.records().width();
    int[] cells = gathered(from, last, width);
    for (int start = from; start < end; ) {
      int to = endOfBlock(start);
      int reach = to - start > Candidates.LARGEST_BLOCK ? Candidates.NEIGHBOURS : to - start;
      for (int i = start; i < to; i++) {
        int furthest = Math.min(to - 1, i + reach);
        for (int j = i + 1; j <= furthest; j++) {
          candidates.handOverOnce(
              rule, row(i), row(j), cells, (i - from) * width, (j - from) * width, taker);
        }
      }
      start = to;
    }
  }

  /// The records of a task, one after the other: fetched from all over the memory once and not for
  /// each pair.
  private int[] gathered(int from, int to, int width) {
    int[] all = candidates.records().cells();
    var cells = new int[(to - from) * width];
    for (int i = from, at = 0; i < to; i++) {
      int row = row(i) * width;
      for (int f = 0; f < width; f++) {
        cells[at++] = all[row + f];
      }
    }
    return cells;
  }

  /// Hands over the pairs of whole blocks, as many blocks as give about so many pairs, spread over
  /// all blocks.
  public void sample(long about, Taker taker) {
    sampleEvery(Candidates.every(pairsOfWhole(), about), taker);
  }

  long pairsOfWhole() {
    long pairs = 0;
    for (int from = 0; from < rows.length; ) {
      int to = endOfBlock(from);
      pairs += to - from > Candidates.LARGEST_BLOCK ? 0 : (long) (to - from) * (to - from - 1) / 2;
      from = to;
    }
    return pairs;
  }

  /// Whole blocks, one in so many.
  void sampleEvery(long every, Taker taker) {
    int[] cells = candidates.records().cells();
    int width = candidates.records().width();
    for (int from = 0; from < rows.length; ) {
      int to = endOfBlock(from);
      long block = rows[from] >>> rowBits;
      if (to - from > 1
          && to - from <= Candidates.LARGEST_BLOCK
          && Math.floorMod(block, every) == 0) {
        for (int i = from; i < to; i++) {
          for (int j = i + 1; j < to; j++) {
            candidates.handOver(rule, row(i), row(j), cells, row(i) * width, row(j) * width, taker);
          }
        }
      }
      from = to;
    }
  }

  private int endOfBlock(int from) {
    long block = rows[from] >>> rowBits;
    int to = from + 1;
    while (to < rows.length && rows[to] >>> rowBits == block) {
      to++;
    }
    return to;
  }

  private int row(int place) {
    return (int) (rows[place] & (1L << rowBits) - 1);
  }
}
