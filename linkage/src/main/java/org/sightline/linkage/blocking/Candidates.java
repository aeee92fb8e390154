package org.sightline.linkage.blocking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
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
///
/// One rule after the other, so that the sorted rows of one are in memory and no more.
public final class Candidates {

  static final int LARGEST_BLOCK = 256;
  static final int NEIGHBOURS = 20;

  /// With so few rows every pair is compared, and no rule can miss one.
  static final int ROWS_COMPARED_ALL_WITH_ALL = 1500;

  private final Records records;
  private final KeyMaker keys;
  private final Apart.Among apart;
  private final boolean comparesAll;
  private final int rowBits;
  private final int[] @Nullable [] placeInLargeBlock;
  private final int[] largeBlocks;

  /// Takes in pairs of rows, the smaller first.
  public interface Taker {
    void take(int left, int right);

    /// @param cells a copy of some records that lie near one another
    /// @param leftAt where the left one begins in it
    default void take(int left, int right, int[] cells, int leftAt, int rightAt) {
      take(left, right);
    }
  }

  private Candidates(
      Records records, KeyMaker keys, Apart.Among apart, int rowBits, boolean comparesAll) {
    this.records = records;
    this.keys = keys;
    this.apart = apart;
    this.rowBits = rowBits;
    this.comparesAll = comparesAll;
    this.placeInLargeBlock = new int[keys.rules()][];
    this.largeBlocks = new int[keys.rules()];
  }

  public static Candidates of(Records records, Rules rules, Apart apart, Workers workers) {
    var keys = KeyMaker.of(records, rules.all(), workers);
    int rows = records.rows();
    return new Candidates(records, keys, apart.all(), rowBits(rows), comparesAll(rows));
  }

  /// The candidates among some rows of many.
  ///
  /// @param rowBits of how many bits the number of any of the many rows is
  /// @param places for each rule where the rows stand in its large blocks, or nothing
  /// @param but the rule whose large blocks are found here
  static Candidates ofSome(
      Records some, KeyMaker keys, Apart.Among apart, int rowBits, int[][] places, int but) {
    var made = new Candidates(some, keys, apart, rowBits, false);
    for (int r = 0; r < places.length; r++) {
      if (r != but && places[r].length > 0) {
        made.placeInLargeBlock[r] = places[r];
      }
    }
    return made;
  }

  static int rowBits(int rows) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, rows - 1)));
  }

  /// With so few rows no rule is asked.
  public static boolean comparesAll(int rows) {
    return rows <= ROWS_COMPARED_ALL_WITH_ALL;
  }

  public boolean comparesAll() {
    return comparesAll;
  }

  public int rules() {
    return keys.rules();
  }

  /// The blocks of a rule; of the rules before it they must have been made already.
  public Blocks blocks(int rule, Workers workers) {
    return Blocks.of(this, rule, workers);
  }

  /// Hands each candidate to the taker of its task; tasks are numbered, the same ones each time.
  public void run(Workers workers, IntFunction<Taker> takers) {
    if (comparesAll) {
      workers.run(records.rows(), row -> withAllAfter(row, takers.apply(row)));
      return;
    }
    int before = 0;
    for (int rule = 0; rule < rules(); rule++) {
      var blocks = blocks(rule, workers);
      int first = before;
      workers.run(blocks.tasks(), task -> blocks.run(task, takers.apply(first + task)));
      before += blocks.tasks();
    }
  }

  /// Hands over a row with every row after it.
  public void withAllAfter(int left, Taker taker) {
    int width = records.width();
    for (int right = left + 1; right < records.rows(); right++) {
      if (!apart.areApart(left, right)) {
        taker.take(left, right, records.cells(), left * width, right * width);
      }
    }
  }

  static long every(long pairs, long about) {
    return Math.max(1, pairs / about);
  }

  /// Blocks too large to be compared whole.
  public long largeBlocks() {
    return Arrays.stream(largeBlocks).asLongStream().sum();
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

  void hasLargeBlocks(int rule, int count) {
    largeBlocks[rule] = count;
  }

  Records records() {
    return records;
  }

  int rowBits() {
    return rowBits;
  }

  /// A key for sorting: above the bits of the row, which is put below them.
  long entry(int row, int rule) {
    long key = keys.key(records.cells(), row * records.width(), rule);
    return key == 0 ? -1 : (key >>> 1 + rowBits) << rowBits | row;
  }

  /// Puts the rows of a large block in the order of their values, so that likely pairs are near.
  void order(int rule, long[] rows, int from, int to) {
    var boxed = new Integer[to - from];
    long mask = (1L << rowBits) - 1;
    for (int i = from; i < to; i++) {
      boxed[i - from] = (int) (rows[i] & mask);
    }
    Arrays.sort(boxed, this::compareValues);
    int[] places = placesOf(rule);
    long block = rows[from] >>> rowBits << rowBits;
    for (int i = from; i < to; i++) {
      rows[i] = block | boxed[i - from];
      places[boxed[i - from]] = i - from + 1;
    }
  }

  private synchronized int[] placesOf(int rule) {
    int[] places = placeInLargeBlock[rule];
    if (places == null) {
      places = new int[records.rows()];
      placeInLargeBlock[rule] = places;
    }
    return places;
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

  /// Hands a pair of a block over if no rule before brought it and nothing keeps it apart.
  void handOverOnce(
      int rule, int left, int right, int[] cells, int leftAt, int rightAt, Taker taker) {
    for (int r = 0; r < rule; r++) {
      if (keys.agree(cells, leftAt, rightAt, r) && isWithinReach(r, left, right)) {
        return;
      }
    }
    handOver(rule, left, right, cells, leftAt, rightAt, taker);
  }

  void handOver(int rule, int left, int right, int[] cells, int leftAt, int rightAt, Taker taker) {
    if (!keys.agree(cells, leftAt, rightAt, rule) || apart.areApart(left, right)) {
      return;
    }
    if (left < right) {
      taker.take(left, right, cells, leftAt, rightAt);
    } else {
      taker.take(right, left, cells, rightAt, leftAt);
    }
  }

  private boolean isWithinReach(int rule, int left, int right) {
    int[] places = placeInLargeBlock[rule];
    return places == null
        || places[left] == 0
        || Math.abs(places[left] - places[right]) <= NEIGHBOURS;
  }

  /// For each row its place in a large block of a rule, from 1; empty if there is no such block.
  int[] placesInLargeBlocks(int rule) {
    int[] places = placeInLargeBlock[rule];
    return places == null ? new int[0] : places;
  }
}
