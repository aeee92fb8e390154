package org.sightline.engagement.results;

import java.util.ArrayList;
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
    var found = new ArrayList<Tally>();
    for (int red : values(shown.red(), maps, small)) {
      for (int yellow : values(shown.yellow(), maps - red, small)) {
        addGreens(found, shown, new Tally(red, yellow, 0, maps), small);
      }
    }
    return new Possibilities(List.copyOf(found));
  }

  private static void addGreens(
      List<Tally> found, Shown.Counts shown, Tally start, SmallNumbers small) {
    for (int green : values(shown.green(), start.noAnswer(), small)) {
      int rest = start.noAnswer() - green;
      if (fits(shown.noAnswer(), rest, small)) {
        found.add(new Tally(start.red(), start.yellow(), green, start.maps()));
      }
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
