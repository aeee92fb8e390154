package org.sightline.linkage.clustering;

import java.util.List;
import org.sightline.linkage.weighing.Pairs;

/// What it tells of a link which lists its records are on; a pair is weighed as if it made no
/// difference. It is used where people are counted.
///
/// 1. Two lists may have many people in common and two others few: the odds before comparing are
///    those of the two lists. 2. A record that has its partner on a list has hardly ever another
///    there, and none at all where the list holds nobody twice. So of the links of records that
///    have none a larger share is right: the odds grow as the share of records without a partner
///    shrinks.
public final class BetweenLists {

  private static final double MOST_WITH_A_PARTNER = 0.95;

  /// So many links are spread over all pairs of lists alike, so that short lists are not believed
  /// too much.
  private static final double LINKS_OF_OUR_OWN = 20;

  private final int[] starts;
  private final boolean[] free;
  private final double[][] links;
  private final long[] partners;
  private final long[] several;
  private final double[][] bits;
  private final double most;

  /// @param duplicateFree for each list whether it holds nobody twice
  public BetweenLists(int[] listStarts, boolean[] duplicateFree, List<Pairs> pairs) {
    starts = listStarts;
    free = duplicateFree;
    int lists = free.length;
    bits = new double[lists][lists];
    links = new double[lists][lists];
    partners = new long[lists > 1 ? starts[lists] : 0];
    several = new long[partners.length];
    most = lists > 1 ? count(pairs) : 0;
  }

  /// Nothing is known of the lists.
  static BetweenLists unknown() {
    return new BetweenLists(new int[] {0, 0}, new boolean[1], List.of());
  }

  private double count(List<Pairs> pairs) {
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++) {
        if (part.weight(i) >= 0) {
          add(part.left(i), part.right(i));
        }
      }
    }
    double all = LINKS_OF_OUR_OWN;
    double possible = 0;
    for (int a = 0; a < free.length; a++) {
      for (int b = 0; b <= a; b++) {
        all += links[a][b];
        possible += possible(a, b);
      }
    }
    double largest = 0;
    for (int a = 0; a < free.length; a++) {
      for (int b = 0; b <= a; b++) {
        double usual = all * possible(a, b) / possible;
        if (usual > 0) {
          double own = LINKS_OF_OUR_OWN * possible(a, b) / possible;
          bits[a][b] = log2((links[a][b] + own) / usual) - log2(alone(a, b)) - log2(alone(b, a));
          bits[b][a] = bits[a][b];
          largest = Math.max(largest, bits[a][b]);
        }
      }
    }
    return largest;
  }

  private void add(int left, int right) {
    int a = listOf(left);
    int b = listOf(right);
    links[Math.max(a, b)][Math.min(a, b)]++;
    several[left] |= partners[left] & 1L << b;
    several[right] |= partners[right] & 1L << a;
    partners[left] |= 1L << b;
    partners[right] |= 1L << a;
  }

  private double possible(int a, int b) {
    double rows = rows(a);
    return a != b ? rows * rows(b) : free[a] ? 0 : rows * (rows - 1) / 2;
  }

  private int rows(int list) {
    return starts[list + 1] - starts[list];
  }

  /// The share of records of a list that have no partner in another one, for each of those that
  /// have one alone.
  private double alone(int of, int in) {
    if (of == in) {
      return 1;
    }
    double one = 0;
    double more = 0;
    for (int row = starts[of]; row < starts[of + 1]; row++) {
      one += partners[row] >>> in & 1;
      more += several[row] >>> in & 1;
    }
    double with = Math.min(MOST_WITH_A_PARTNER, one / Math.max(1, rows(of)));
    double again = free[in] ? 0 : more / Math.max(1, one);
    return Math.min(1, (1 - with) / Math.max(1 - MOST_WITH_A_PARTNER, 1 - again));
  }

  /// What a link weighs more than its pair, in bits.
  double bits(int left, int right) {
    return free.length == 1 ? 0 : bits[listOf(left)][listOf(right)];
  }

  /// The most it can be for any link.
  double most() {
    return most;
  }

  private int listOf(int row) {
    int list = 0;
    while (row >= starts[list + 1]) {
      list++;
    }
    return list;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
