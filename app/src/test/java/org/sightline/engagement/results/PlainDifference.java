package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What [Difference] decides, by trying everything there is and with nothing left out to save time.
record PlainDifference(int added, int gone, SmallNumbers small) {

  boolean isSafe(Difference.Side first, Difference.Side second) {
    var pairs = new ArrayList<int[][]>();
    for (var before : everything(first.maps())) {
      if (fits(first, before)) {
        for (var after : everything(second.maps())) {
          if (fits(second, after) && joins(before, after)) {
            pairs.add(new int[][] {before, after});
          }
        }
      }
    }
    boolean safe = !pairs.isEmpty();
    for (int choice = 1; choice < 15; choice++) {
      safe &= !givesAway(pairs, choice);
    }
    return safe;
  }

  private boolean givesAway(List<int[][]> pairs, int choice) {
    var before = new HashSet<Integer>();
    var after = new HashSet<Integer>();
    var change = new HashSet<Integer>();
    for (var pair : pairs) {
      int from = sum(pair[0], choice);
      int to = sum(pair[1], choice);
      before.add(from);
      after.add(to);
      change.add(to - from);
    }
    boolean bothWays =
        change.stream().anyMatch(each -> each >= 0) && change.stream().anyMatch(each -> each < 0);
    var sizes = new HashSet<Integer>(change.stream().map(Math::abs).toList());
    return isSmall(before) || isSmall(after) || (!bothWays && isSmall(sizes));
  }

  private boolean isSmall(Set<Integer> values) {
    int only = values.iterator().next();
    return values.size() == 1 && only >= 1 && only < small.k();
  }

  private boolean joins(int[] before, int[] after) {
    int more = 0;
    int less = 0;
    for (int at = 0; at < 4; at++) {
      more += Math.max(0, after[at] - before[at]);
      less += Math.max(0, before[at] - after[at]);
    }
    return more <= added && less <= gone;
  }

  private boolean fits(Difference.Side side, int[] cells) {
    return side.red().allows(cells[0]) && fits(side.shown(), cells);
  }

  private boolean fits(Shown shown, int[] cells) {
    int answered = cells[0] + cells[1] + cells[2];
    return switch (shown) {
      case Shown.NotEnoughAnswers _ -> answered < small.k();
      case Shown.Banded banded ->
          Band.of(new Tally(cells[0], cells[1], cells[2], answered + cells[3]), small)
              == banded.band();
      case Shown.Counts counts ->
          fits(counts.red(), cells[0])
              && fits(counts.yellow(), cells[1])
              && fits(counts.green(), cells[2])
              && fits(counts.noAnswer(), cells[3]);
    };
  }

  private boolean fits(Shown.Cell cell, int value) {
    return switch (cell) {
      case Shown.Cell.Exact exact -> exact.count() == value;
      case Shown.Cell.Fewer _ -> value < small.k();
      case Shown.Cell.NotShown _ -> value >= small.k();
    };
  }

  private static int sum(int[] cells, int choice) {
    int sum = 0;
    for (int at = 0; at < 4; at++) {
      sum += (choice >> at & 1) * cells[at];
    }
    return sum;
  }

  private static List<int[]> everything(int maps) {
    var all = new ArrayList<int[]>();
    for (int red = 0; red <= maps; red++) {
      for (int yellow = 0; yellow <= maps - red; yellow++) {
        for (int green = 0; green <= maps - red - yellow; green++) {
          all.add(new int[] {red, yellow, green, maps - red - yellow - green});
        }
      }
    }
    return all;
  }
}
