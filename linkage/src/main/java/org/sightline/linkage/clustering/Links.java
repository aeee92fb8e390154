package org.sightline.linkage.clustering;

import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.weighing.Pairs;

/// The compared pairs as a graph: for each record its neighbours with the weight of each, and all
/// pairs above a threshold in the order of their weight.
final class Links {

  private static final int MOST_RANGES = 8;
  private static final int LINKS_AT_ONCE = 1 << 16;

  private final int rows;
  private final int[] starts;
  private final int[] neighbours;
  private final float[] weights;
  private final int[] left;
  private final int[] right;
  private final float[] linkWeights;

  /// @param least pairs of less weight are kept as neighbours and are no links
  Links(int rows, List<Pairs> pairs, double least, Workers workers) {
    this.rows = rows;
    starts = new int[rows + 1];
    inRanges(workers, (from, to) -> count(pairs, from, to));
    int links = 0;
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++) {
        links += part.weight(i) >= least ? 1 : 0;
      }
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    neighbours = new int[starts[rows]];
    weights = new float[starts[rows]];
    left = new int[links];
    right = new int[links];
    linkWeights = new float[links];
    int[] next = Arrays.copyOf(starts, rows);
    inRanges(workers, (from, to) -> fill(pairs, next, from, to));
    order(pairs, sortedPlaces(pairs, links, least, workers), workers);
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

  private void count(List<Pairs> pairs, int from, int to) {
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++) {
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

  private void fill(List<Pairs> pairs, int[] next, int from, int to) {
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++) {
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
    return neighbours[place];
  }

  float neighbourWeight(int place) {
    return weights[place];
  }

  int rows() {
    return rows;
  }

  private void order(List<Pairs> pairs, long[] order, Workers workers) {
    var partStarts = new long[pairs.size() + 1];
    for (int p = 0; p < pairs.size(); p++) {
      partStarts[p + 1] = partStarts[p] + pairs.get(p).size();
    }
    int tasks = (order.length + LINKS_AT_ONCE - 1) / LINKS_AT_ONCE;
    workers.run(tasks, task -> order(pairs, partStarts, order, task));
  }

  private void order(List<Pairs> pairs, long[] partStarts, long[] order, int task) {
    int to = Math.min(order.length, (task + 1) * LINKS_AT_ONCE);
    for (int k = task * LINKS_AT_ONCE; k < to; k++) {
      long pair = order[k] & 0xffffffffL;
      int p = Arrays.binarySearch(partStarts, pair);
      p = p >= 0 ? p : -p - 2;
      while (partStarts[p + 1] == partStarts[p]) {
        p++;
      }
      var part = pairs.get(p);
      int i = (int) (pair - partStarts[p]);
      left[k] = part.left(i);
      right[k] = part.right(i);
      linkWeights[k] = part.weight(i);
    }
  }

  private void put(int place, int neighbour, float weight) {
    neighbours[place] = neighbour;
    weights[place] = weight;
  }

  /// Heaviest first, equal ones in the order of the pairs.
  private static long[] sortedPlaces(List<Pairs> pairs, int links, double least, Workers workers) {
    var order = new long[links];
    int n = 0;
    long place = 0;
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++, place++) {
        if (part.weight(i) >= least) {
          order[n++] = (long) (Integer.MAX_VALUE - sortable(part.weight(i))) << 32 | place;
        }
      }
    }
    if (workers.threads() > 1) {
      Arrays.parallelSort(order);
    } else {
      Arrays.sort(order);
    }
    return order;
  }

  private static int sortable(float weight) {
    int bits = Float.floatToIntBits(weight);
    return bits >= 0 ? bits / 2 + (1 << 30) : (1 << 30) - (bits & Integer.MAX_VALUE) / 2;
  }
}
