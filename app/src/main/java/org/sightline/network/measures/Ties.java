package org.sightline.network.measures;

import java.util.Arrays;
import java.util.List;

/// Who is joined to whom, as whole numbers: the shape of a picture without anything about anybody.
/// A tie goes both ways; a tie of someone with themselves, and the second of two between the same
/// pair, are left out.
///
/// Neighbours of all lie in one array, one after another, each one's in rising order: what walks
/// over them reads memory forwards.
public final class Ties {

  private final int[] start;
  private final int[] neighbours;

  private Ties(int[] start, int[] neighbours) {
    this.start = start;
    this.neighbours = neighbours;
  }

  /// @param size how many there are, numbered from 0
  /// @param pairs two numbers each
  /// @throws IllegalArgumentException when a number is not below `size`
  public static Ties of(int size, List<int[]> pairs) {
    var from = new int[pairs.size()];
    var to = new int[pairs.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = pairs.get(i)[0];
      to[i] = pairs.get(i)[1];
    }
    return of(size, from, to);
  }

  /// @param from one end of each tie
  /// @param to the other end, as long as `from`
  /// @throws IllegalArgumentException when a number is not below `size`
  public static Ties of(int size, int[] from, int[] to) {
    var start = new int[size + 1];
    for (int i = 0; i < from.length; i++) {
      if (from[i] < 0 || to[i] < 0 || from[i] >= size || to[i] >= size) {
        throw new IllegalArgumentException(
            "A tie from %d to %d where there are %d".formatted(from[i], to[i], size));
      }
      if (from[i] != to[i]) {
        start[from[i] + 1]++;
        start[to[i] + 1]++;
      }
    }
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    var next = Arrays.copyOf(start, size);
    var neighbours = new int[start[size]];
    for (int i = 0; i < from.length; i++) {
      if (from[i] != to[i]) {
        neighbours[next[from[i]]++] = to[i];
        neighbours[next[to[i]]++] = from[i];
      }
    }
    return distinct(start, neighbours);
  }

  private static Ties distinct(int[] start, int[] neighbours) {
    var kept = new int[start.length];
    int end = 0;
    for (int i = 0; i + 1 < start.length; i++) {
      Arrays.sort(neighbours, start[i], start[i + 1]);
      kept[i] = end;
      for (int at = start[i]; at < start[i + 1]; at++) {
        if (at == start[i] || neighbours[at] != neighbours[at - 1]) {
          neighbours[end++] = neighbours[at];
        }
      }
    }
    kept[start.length - 1] = end;
    return new Ties(kept, Arrays.copyOf(neighbours, end));
  }

  public int size() {
    return start.length - 1;
  }

  /// How many pairs are joined.
  public int count() {
    return neighbours.length / 2;
  }

  public int degree(int one) {
    return start[one + 1] - start[one];
  }

  /// @param which from 0 to below the degree
  public int neighbour(int one, int which) {
    return neighbours[start[one] + which];
  }

  int[] start() {
    return start;
  }

  int[] neighbours() {
    return neighbours;
  }
}
