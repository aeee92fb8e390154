package org.sightline.linkage.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.sightline.linkage.Workers;
import org.sightline.linkage.weighing.Pairs;

/// The compared pairs as a graph: all pairs above a threshold in the order of their weight, and for
/// each record its neighbours with the weight of each.
///
/// Only where a record could be joined to a group are its neighbours asked for: pairs of records
/// that no chain of links brings together, and those of two records alone, are left out.
final class Links {

  private static final int MOST_RANGES = 8;
  private static final int AT_ONCE = 1 << 15;
  private static final int SMALLEST_GROUP = 3;

  private final int rows;
  private final int[] starts;

  /// A neighbour, and after it the bits of the weight.
  private final int[] neighbours;

  private int[] left;
  private int[] right;
  private float[] linkWeights;

  /// @param joined the records that are one person whatever their pairs weigh; the links are joined
  ///     to them
  /// @param least pairs of less weight are kept as neighbours and are no links
  Links(Component joined, List<Pairs> pairs, double least, Workers workers) {
    rows = joined.rows();
    int[] linksBefore = linksBefore(pairs, least, workers);
    int links = linksBefore[pairs.size()];
    left = new int[links];
    right = new int[links];
    linkWeights = new float[links];
    workers.run(pairs.size(), part -> take(pairs.get(part), linksBefore[part], least));
    inTasks(workers, link -> joined.join(left[link], right[link]));
    sort(workers);
    int[] group = joined.ofAtLeast(SMALLEST_GROUP);
    var within = new int[pairs.size()][];
    workers.run(within.length, part -> within[part] = within(pairs.get(part), group));
    starts = new int[rows + 1];
    inRanges(workers, (from, to) -> count(pairs, within, from, to));
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    neighbours = new int[Math.multiplyExact(starts[rows], 2)];
    int[] next = Arrays.copyOf(starts, rows);
    inRanges(workers, (from, to) -> fill(pairs, within, next, from, to));
  }

  private static int[] linksBefore(List<Pairs> pairs, double least, Workers workers) {
    var before = new int[pairs.size() + 1];
    workers.run(
        pairs.size(),
        p -> {
          var part = pairs.get(p);
          int links = 0;
          for (int i = 0; i < part.size(); i++) {
            links += part.weight(i) >= least ? 1 : 0;
          }
          before[p + 1] = links;
        });
    for (int p = 0; p < pairs.size(); p++) {
      before[p + 1] = Math.addExact(before[p], before[p + 1]);
    }
    return before;
  }

  private void take(Pairs part, int first, double least) {
    int link = first;
    for (int i = 0; i < part.size(); i++) {
      if (part.weight(i) >= least) {
        left[link] = part.left(i);
        right[link] = part.right(i);
        linkWeights[link++] = part.weight(i);
      }
    }
  }

  /// Heaviest first, equal ones in the order of the pairs.
  private void sort(Workers workers) {
    int links = left.length;
    var order = new long[links];
    for (int link = 0; link < links; link++) {
      order[link] = (long) (Integer.MAX_VALUE - sortable(linkWeights[link])) << 32 | link;
    }
    if (workers.threads() > 1) {
      Arrays.parallelSort(order);
    } else {
      Arrays.sort(order);
    }
    int[] unsortedLeft = left;
    int[] unsortedRight = right;
    float[] unsorted = linkWeights;
    left = new int[links];
    right = new int[links];
    linkWeights = new float[links];
    inTasks(
        workers,
        k -> {
          int link = (int) order[k];
          left[k] = unsortedLeft[link];
          right[k] = unsortedRight[link];
          linkWeights[k] = unsorted[link];
        });
  }

  private void inTasks(Workers workers, IntConsumer each) {
    int links = left.length;
    workers.run(
        (links + AT_ONCE - 1) / AT_ONCE,
        task -> {
          int to = Math.min(links, (task + 1) * AT_ONCE);
          for (int link = task * AT_ONCE; link < to; link++) {
            each.accept(link);
          }
        });
  }

  /// The places of the pairs of records of one group.
  private static int[] within(Pairs part, int[] group) {
    var places = new int[16];
    int n = 0;
    for (int i = 0; i < part.size(); i++) {
      int of = group[part.left(i)];
      if (of >= 0 && of == group[part.right(i)]) {
        if (n == places.length) {
          places = Arrays.copyOf(places, n * 2);
        }
        places[n++] = i;
      }
    }
    return Arrays.copyOf(places, n);
  }

  private interface OnRows {
    void run(int from, int to);
  }

  /// Each thread goes through all pairs and takes what belongs to its rows, so that the neighbours
  /// of a row stand in the order of the pairs.
  private void inRanges(Workers workers, OnRows work) {
    int ranges = Math.min(workers.threads(), MOST_RANGES);
    workers.run(
        ranges,
        r -> work.run((int) ((long) rows * r / ranges), (int) ((long) rows * (r + 1) / ranges)));
  }

  private void count(List<Pairs> pairs, int[][] within, int from, int to) {
    for (int p = 0; p < within.length; p++) {
      var part = pairs.get(p);
      for (int i : within[p]) {
        int l = part.left(i);
        int r = part.right(i);
        if (l >= from && l < to) {
          starts[l + 1]++;
        }
        if (r >= from && r < to) {
          starts[r + 1]++;
        }
      }
    }
  }

  private void fill(List<Pairs> pairs, int[][] within, int[] next, int from, int to) {
    for (int p = 0; p < within.length; p++) {
      var part = pairs.get(p);
      for (int i : within[p]) {
        int l = part.left(i);
        int r = part.right(i);
        if (l >= from && l < to) {
          put(next[l]++, r, part.weight(i));
        }
        if (r >= from && r < to) {
          put(next[r]++, l, part.weight(i));
        }
      }
    }
  }

  private void put(int place, int neighbour, float weight) {
    neighbours[2 * place] = neighbour;
    neighbours[2 * place + 1] = Float.floatToRawIntBits(weight);
  }

  int size() {
    return left.length;
  }

  int left(int link) {
    return left[link];
  }

  int right(int link) {
    return right[link];
  }

  float weight(int link) {
    return linkWeights[link];
  }

  int start(int row) {
    return starts[row];
  }

  int end(int row) {
    return starts[row + 1];
  }

  int neighbour(int place) {
    return neighbours[2 * place];
  }

  float neighbourWeight(int place) {
    return Float.intBitsToFloat(neighbours[2 * place + 1]);
  }

  int rows() {
    return rows;
  }

  private static int sortable(float weight) {
    int bits = Float.floatToIntBits(weight);
    return bits >= 0 ? bits / 2 + (1 << 30) : (1 << 30) - (bits & Integer.MAX_VALUE) / 2;
  }
}
