package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sightline.engagement.results.Shown.Cell;

/// Every tally that a shown row could stand for, as any reader could work out.
///
/// @param tallies never empty
record Possibilities(List<Tally> tallies) {

  static Possibilities of(Shown shown, int maps, SmallNumbers small) {
    return switch (shown) {
      case Shown.Counts counts -> of(counts, maps, small);
      case Shown.Banded banded -> where(maps, maps, each -> Band.of(each, small) == banded.band());
      case Shown.NotEnoughAnswers _ ->
          where(Math.min(maps, small.k() - 1), maps, each -> each.answered() < small.k());
    };
  }

  private static Possibilities where(int most, int maps, Predicate<Tally> fits) {
    var found = new ArrayList<Tally>();
    for (int red = 0; red <= most; red++) {
      for (int yellow = 0; yellow <= most - red; yellow++) {
        for (int green = 0; green <= most - red - yellow; green++) {
          found.add(new Tally(red, yellow, green, maps));
        }
      }
    }
    return new Possibilities(found.stream().filter(fits).toList());
  }

  static Possibilities of(Shown.Counts shown, int maps, SmallNumbers small) {
    var cells = List.of(shown.red(), shown.yellow(), shown.green(), shown.noAnswer());
    var found = new ArrayList<Tally>();
    fill(found, cells, lastToFill(cells), new int[cells.size()], 0, maps, small);
    return new Possibilities(List.copyOf(found));
  }

  /// A held-back cell comes last: what the other three leave over is all it can be, so that a large
  /// round takes no longer than a small one.
  private static int lastToFill(List<Cell> cells) {
    for (int at = 0; at < cells.size(); at++) {
      if (cells.get(at) instanceof Cell.NotShown) {
        return at;
      }
    }
    return cells.size() - 1;
  }

  private static void fill(
      List<Tally> found,
      List<Cell> cells,
      int last,
      int[] values,
      int at,
      int left,
      SmallNumbers small) {
    if (at == cells.size()) {
      if (fits(cells.get(last), left, small)) {
        values[last] = left;
        found.add(new Tally(values[0], values[1], values[2], Arrays.stream(values).sum()));
      }
      return;
    }
    if (at == last) {
      fill(found, cells, last, values, at + 1, left, small);
      return;
    }
    for (int value : values(cells.get(at), left, small)) {
      values[at] = value;
      fill(found, cells, last, values, at + 1, left - value, small);
    }
  }

  private static int[] values(Cell cell, int most, SmallNumbers small) {
    return switch (cell) {
      case Cell.Exact exact -> exact.count() <= most ? new int[] {exact.count()} : new int[0];
      case Cell.Fewer _ -> IntStream.rangeClosed(0, Math.min(most, small.k() - 1)).toArray();
      case Cell.NotShown _ -> IntStream.rangeClosed(small.k(), most).toArray();
    };
  }

  private static boolean fits(Cell cell, int value, SmallNumbers small) {
    return switch (cell) {
      case Cell.Exact exact -> exact.count() == value;
      case Cell.Fewer _ -> value < small.k();
      case Cell.NotShown _ -> value >= small.k();
    };
  }
}
