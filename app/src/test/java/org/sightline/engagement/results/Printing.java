package org.sightline.engagement.results;

import java.util.List;
import java.util.stream.Stream;
import org.sightline.engagement.results.Shown.Cell;

/// The words of a row, as a page would print them.
final class Printing {

  private Printing() {}

  static List<String> print(Shown shown, SmallNumbers small) {
    return switch (shown) {
      case Shown.Counts counts -> print(counts, small);
      case Shown.Banded banded -> List.of(banded.band().name());
      case Shown.NotEnoughAnswers _ -> List.of("too few");
    };
  }

  private static List<String> print(Shown.Counts counts, SmallNumbers small) {
    return Stream.of(counts.red(), counts.yellow(), counts.green(), counts.noAnswer())
        .map(cell -> print(cell, small))
        .toList();
  }

  private static String print(Cell cell, SmallNumbers small) {
    return switch (cell) {
      case Cell.Exact exact -> String.valueOf(exact.count());
      case Cell.Fewer _ -> small.fewer();
      case Cell.NotShown _ -> Attacker.NOT_SHOWN;
    };
  }
}
