package org.sightline.linkage.writing;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Pairs a person has to look at; of very many those that are most open, since nobody could look at
/// all. Which ones does not depend on the order in which they come.
final class OpenPairs {

  static final int MOST = 10_000;

  record Pair(int left, int right, long pattern, double weight) {}

  private static final Comparator<Pair> LEAST_OPEN_FIRST =
      Comparator.comparingDouble((Pair p) -> Math.abs(p.weight()))
          .thenComparingInt(Pair::left)
          .thenComparingInt(Pair::right)
          .reversed();

  private final PriorityQueue<Pair> kept = new PriorityQueue<>(LEAST_OPEN_FIRST);
  private long seen;

  synchronized void add(int left, int right, long pattern, double weight) {
    seen++;
    kept.add(new Pair(left, right, pattern, weight));
    if (kept.size() > MOST) {
      kept.remove();
    }
  }

  /// In the order of the rows, which says nothing about their weight.
  synchronized List<Pair> inOrder() {
    return kept.stream()
        .sorted(Comparator.comparingInt(Pair::left).thenComparingInt(Pair::right))
        .toList();
  }

  synchronized long seen() {
    return seen;
  }
}
