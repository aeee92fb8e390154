package org.sightline.network.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// On how many shortest ways between two others somebody lies, added up over all pairs; where there
/// are several shortest ways each counts in part. Each pair counts once. Not normalised.
///
/// Ulrik Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
/// 25 (2001): a breadth-first search from everybody, then dependencies added up from the farthest
/// back. Here over flat arrays that each thread makes once; the order in which a search met people
/// is its own stack, and the ways back are found again by distance instead of being kept in lists.
public final class Betweenness {

  private static final int SEARCHES_AT_A_TIME = 16;

  private Betweenness() {}

  /// In the caller's thread: the same numbers to the last bit each time.
  public static double[] of(Ties ties) {
    var alone = new Search(ties);
    for (int from = 0; from < ties.size(); from++) {
      alone.from(from);
    }
    return halved(alone.total);
  }

  /// @param threads how many at once; 1 works in the caller's thread
  /// @return one number for each, in order; with several threads the last bits may differ from one
  ///     run to the next
  /// @throws InterruptedException when the caller is interrupted while waiting
  public static double[] of(Ties ties, int threads) throws InterruptedException {
    if (threads == 1) {
      return of(ties);
    }
    var next = new AtomicInteger();
    var works = new ArrayList<Callable<double[]>>();
    for (int i = 0; i < threads; i++) {
      works.add(() -> some(ties, next));
    }
    var sum = new double[ties.size()];
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var done : pool.invokeAll(works)) {
        var part = done.get();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += part[i];
        }
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken);
    }
    return halved(sum);
  }

  private static double[] some(Ties ties, AtomicInteger next) {
    var search = new Search(ties);
    for (int from = next.getAndAdd(SEARCHES_AT_A_TIME);
        from < ties.size();
        from = next.getAndAdd(SEARCHES_AT_A_TIME)) {
      for (int each = from; each < Math.min(from + SEARCHES_AT_A_TIME, ties.size()); each++) {
        search.from(each);
      }
    }
    return search.total;
  }

  /// Every pair was met from both of its ends.
  private static double[] halved(double[] twice) {
    return Arrays.stream(twice).map(each -> each / 2).toArray();
  }

  private static final class Search {

    private final int[] start;
    private final int[] neighbours;
    private final int[] met;
    private final int[] distance;
    private final double[] ways;
    private final double[] dependency;
    private final double[] total;

    Search(Ties ties) {
      start = ties.start();
      neighbours = ties.neighbours();
      met = new int[ties.size()];
      distance = new int[ties.size()];
      ways = new double[ties.size()];
      dependency = new double[ties.size()];
      total = new double[ties.size()];
      Arrays.fill(distance, -1);
    }

    void from(int source) {
      int count = search(source);
      for (int i = count - 1; i > 0; i--) {
        int one = met[i];
        double share = (1 + dependency[one]) / ways[one];
        int nearer = distance[one] - 1;
        for (int at = start[one]; at < start[one + 1]; at++) {
          int other = neighbours[at];
          if (distance[other] == nearer) {
            dependency[other] += ways[other] * share;
          }
        }
        total[one] += dependency[one];
      }
      for (int i = 0; i < count; i++) {
        distance[met[i]] = -1;
        ways[met[i]] = 0;
        dependency[met[i]] = 0;
      }
    }

    /// @return how many can be reached, the source among them
    private int search(int source) {
      met[0] = source;
      distance[source] = 0;
      ways[source] = 1;
      int count = 1;
      for (int i = 0; i < count; i++) {
        int one = met[i];
        int farther = distance[one] + 1;
        double to = ways[one];
        for (int at = start[one]; at < start[one + 1]; at++) {
          int other = neighbours[at];
          if (distance[other] < 0) {
            distance[other] = farther;
            met[count++] = other;
          }
          if (distance[other] == farther) {
            ways[other] += to;
          }
        }
      }
      return count;
    }
  }
}
