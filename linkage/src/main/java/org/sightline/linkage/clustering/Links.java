package org.sightline.linkage.clustering;

import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.weighing.Pairs;

/// The compared pairs as a graph: for each record its neighbours with the weight of each, and all
/// pairs above a threshold in the order of their weight.
final class Links {

  private final int rows;
  private final int[] starts;
  private final int[] neighbours;
  private final float[] weights;
  private final int[] left;
  private final int[] right;
  private final float[] linkWeights;

  /// @param least pairs of less weight are kept as neighbours and are no links
  Links(int rows, List<Pairs> pairs, double least) {
    this.rows = rows;
    starts = new int[rows + 1];
    int links = 0;
    for (var part : pairs) {
      for (int i = 0; i < part.size(); i++) {
        starts[part.left(i) + 1]++;
        starts[part.right(i) + 1]++;
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
    fill(pairs, sortedPlaces(pairs, links, least));
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

  private void fill(List<Pairs> pairs, long[] order) {
    int[] next = Arrays.copyOf(starts, rows);
    var partStarts = new long[pairs.size() + 1];
    for (int p = 0; p < pairs.size(); p++) {
      var part = pairs.get(p);
      partStarts[p + 1] = partStarts[p] + part.size();
      for (int i = 0; i < part.size(); i++) {
        put(next[part.left(i)]++, part.right(i), part.weight(i));
        put(next[part.right(i)]++, part.left(i), part.weight(i));
      }
    }
    for (int k = 0; k < order.length; k++) {
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
  private static long[] sortedPlaces(List<Pairs> pairs, int links, double least) {
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
    Arrays.sort(order);
    return order;
  }

  private static int sortable(float weight) {
    int bits = Float.floatToIntBits(weight);
    return bits >= 0 ? bits / 2 + (1 << 30) : (1 << 30) - (bits & Integer.MAX_VALUE) / 2;
  }
}
