package org.sightline.linkage.blocking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// Which pairs of records are worth comparing.
///
/// Of few rows, all. Of more: 1. Each rule gives each record a key. 2. Keys are sorted together
/// with their rows; records of one key are a block, and all its pairs are candidates. 3. A block of
/// more than [#LARGEST_BLOCK] rows is put in the order of all its values, and each record meets its
/// [#NEIGHBOURS] next ones only: a list that is one person a hundred thousand times stays within
/// bounds. 4. A pair that two rules bring is taken once, under the first.
public final class Candidates {

  static final int LARGEST_BLOCK = 256;
  static final int NEIGHBOURS = 20;

  /// With so few rows every pair is compared, and no rule can miss one.
  static final int ROWS_COMPARED_ALL_WITH_ALL = 1500;

  private static final int SORTED_AT_ONCE = 1 << 16;

  private final Records records;
  private final List<Rule> rules;
  private final Keys keys;
  private final Apart.Among apart;
  private final boolean comparesAll;
  private final int rowBits;
  private final long[][] sorted;
  private final int[][] placeInLargeBlock;
  private final AtomicLong largeBlocks = new AtomicLong();

  /// Takes in pairs of rows, the smaller first.
  public interface Taker {
    void take(int left, int right);
  }

  private Candidates(
      Records records, List<Rule> rules, Keys keys, Apart.Among apart, int rowBits, boolean all) {
    this.records = records;
    this.rules = rules;
    this.keys = keys;
    this.apart = apart;
    this.rowBits = rowBits;
    this.comparesAll = all;
    this.sorted = new long[rules.size()][0];
    this.placeInLargeBlock = new int[rules.size()][];
  }

  public static Candidates of(Records records, Rules rules, Apart apart, Workers workers) {
    var keys = Keys.of(records, rules.all(), workers);
    int rows = records.rows();
    var made =
        new Candidates(records, rules.all(), keys, apart.all(), rowBits(rows), comparesAll(rows));
    workers.run(rules.all().size(), made::sort);
    return made;
  }

  /// The candidates of one rule among some rows of many.
  ///
  /// @param rowBits of how many bits the number of any of the many rows is
  /// @param places for each rule where the rows stand in its large blocks, or nothing
  static Candidates ofOneRule(
      Records some,
      List<Rule> rules,
      Keys keys,
      Apart.Among apart,
      int rowBits,
      int[][] places,
      int rule) {
    var made = new Candidates(some, rules, keys, apart, rowBits, false);
    for (int r = 0; r < places.length; r++) {
      if (r != rule && places[r].length > 0) {
        made.placeInLargeBlock[r] = places[r];
      }
    }
    made.sort(rule);
    return made;
  }

  static int rowBits(int rows) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, rows - 1)));
  }

  /// With so few rows no rule is asked.
  public static boolean comparesAll(int rows) {
    return rows <= ROWS_COMPARED_ALL_WITH_ALL;
  }

  /// Hands each candidate to the taker of its task; tasks are numbered, the same ones each time.
  public int tasks() {
    if (comparesAll) {
      return records.rows();
    }
    int tasks = 0;
    for (long[] each : sorted) {
      tasks += tasksOf(each);
    }
    return tasks;
  }

  public void run(Workers workers, IntFunction<Taker> takers) {
    if (comparesAll) {
      workers.run(records.rows(), row -> withAllAfter(row, takers.apply(row)));
      return;
    }
    var rule = new int[tasks()];
    var range = new int[tasks()];
    int task = 0;
    for (int r = 0; r < sorted.length; r++) {
      for (int i = 0; i < tasksOf(sorted[r]); i++) {
        rule[task] = r;
        range[task++] = i;
      }
    }
    workers.run(task, t -> blocks(rule[t], range[t], takers.apply(t)));
  }

  private void withAllAfter(int left, Taker taker) {
    for (int right = left + 1; right < records.rows(); right++) {
      if (!apart.areApart(left, right)) {
        taker.take(left, right);
      }
    }
  }

  /// Hands over the pairs of whole blocks of one rule, as many blocks as give about so many pairs,
  /// spread over all blocks.
  public void sample(int rule, long about, Taker taker) {
    sampleEvery(rule, every(pairsOfWholeBlocks(rule), about), taker);
  }

  static long every(long pairs, long about) {
    return Math.max(1, pairs / about);
  }

  long pairsOfWholeBlocks(int rule) {
    long[] rows = sorted[rule];
    long pairs = 0;
    for (int from = 0; from < rows.length; ) {
      int to = endOfBlock(rows, from);
      pairs += to - from > LARGEST_BLOCK ? 0 : (long) (to - from) * (to - from - 1) / 2;
      from = to;
    }
    return pairs;
  }

  /// Whole blocks of one rule, one in so many.
  void sampleEvery(int rule, long every, Taker taker) {
    long[] rows = sorted[rule];
    for (int from = 0; from < rows.length; ) {
      int to = endOfBlock(rows, from);
      long block = rows[from] >>> rowBits;
      if (to - from > 1 && to - from <= LARGEST_BLOCK && Math.floorMod(block, every) == 0) {
        for (int i = from; i < to; i++) {
          for (int j = i + 1; j < to; j++) {
            handOver(rule, row(rows[i]), row(rows[j]), taker);
          }
        }
      }
      from = to;
    }
  }

  /// Blocks too large to be compared whole.
  public long largeBlocks() {
    return largeBlocks.get();
  }

  /// Rows in at least one of these.
  public long rowsInLargeBlocks() {
    var in = new BitSet(records.rows());
    for (int[] places : placeInLargeBlock) {
      for (int row = 0; places != null && row < places.length; row++) {
        if (places[row] != 0) {
          in.set(row);
        }
      }
    }
    return in.cardinality();
  }

  private static int tasksOf(long[] rows) {
    return (rows.length + SORTED_AT_ONCE - 1) / SORTED_AT_ONCE;
  }

  private void sort(int rule) {
    var rows = new long[records.rows()];
    int n = 0;
    for (int row = 0; row < rows.length; row++) {
      long key = keys.of(row, rule);
      if (key != 0) {
        rows[n++] = (key >>> 1 + rowBits) << rowBits | row;
      }
    }
    rows = Arrays.copyOf(rows, n);
    Arrays.sort(rows);
    for (int from = 0; from < n; ) {
      int to = endOfBlock(rows, from);
      if (to - from > LARGEST_BLOCK) {
        order(rule, rows, from, to);
      }
      from = to;
    }
    sorted[rule] = rows;
  }

  /// Puts the rows of a large block in the order of their values, so that likely pairs are near.
  private void order(int rule, long[] rows, int from, int to) {
    var boxed = new Integer[to - from];
    for (int i = from; i < to; i++) {
      boxed[i - from] = row(rows[i]);
    }
    Arrays.sort(boxed, this::compareValues);
    if (placeInLargeBlock[rule] == null) {
      placeInLargeBlock[rule] = new int[records.rows()];
    }
    long block = rows[from] >>> rowBits << rowBits;
    for (int i = from; i < to; i++) {
      rows[i] = block | boxed[i - from];
      placeInLargeBlock[rule][boxed[i - from]] = i - from + 1;
    }
    largeBlocks.incrementAndGet();
  }

  private int compareValues(int left, int right) {
    int birth = records.placeOf(Field.BIRTH_DATE);
    if (birth >= 0) {
      int byBirth = Integer.compare(records.cell(left, birth), records.cell(right, birth));
      if (byBirth != 0) {
        return byBirth;
      }
    }
    for (int f = 0; f < records.width(); f++) {
      int by = Integer.compare(records.cell(left, f), records.cell(right, f));
      if (by != 0) {
        return by;
      }
    }
    return Integer.compare(left, right);
  }

  private int endOfBlock(long[] rows, int from) {
    long block = rows[from] >>> rowBits;
    int to = from + 1;
    while (to < rows.length && rows[to] >>> rowBits == block) {
      to++;
    }
    return to;
  }

  /// The blocks that begin in one range of the sorted rows.
  private void blocks(int rule, int range, Taker taker) {
    long[] rows = sorted[rule];
    int from = range * SORTED_AT_ONCE;
    int end = Math.min(rows.length, from + SORTED_AT_ONCE);
    while (from > 0 && from < end && rows[from] >>> rowBits == rows[from - 1] >>> rowBits) {
      from++;
    }
    while (from < end) {
      int to = endOfBlock(rows, from);
      int reach = to - from > LARGEST_BLOCK ? NEIGHBOURS : to - from;
      for (int i = from; i < to; i++) {
        int last = Math.min(to - 1, i + reach);
        for (int j = i + 1; j <= last; j++) {
          int left = row(rows[i]);
          int right = row(rows[j]);
          if (!isTakenBefore(rule, left, right)) {
            handOver(rule, left, right, taker);
          }
        }
      }
      from = to;
    }
  }

  private void handOver(int rule, int left, int right, Taker taker) {
    if (!keys.agree(left, right, rule) || apart.areApart(left, right)) {
      return;
    }
    taker.take(Math.min(left, right), Math.max(left, right));
  }

  private boolean isTakenBefore(int rule, int left, int right) {
    for (int r = 0; r < rule; r++) {
      if (keys.agree(left, right, r) && isWithinReach(r, left, right)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithinReach(int rule, int left, int right) {
    int[] places = placeInLargeBlock[rule];
    return places == null
        || places[left] == 0
        || Math.abs(places[left] - places[right]) <= NEIGHBOURS;
  }

  /// For each row its place in a large block of a rule, from 1; empty if there is no such block.
  int[] placesInLargeBlocks(int rule) {
    return placeInLargeBlock[rule] == null ? new int[0] : placeInLargeBlock[rule];
  }

  private int row(long entry) {
    return (int) (entry & (1L << rowBits) - 1);
  }
}
