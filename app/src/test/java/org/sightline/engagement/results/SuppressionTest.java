package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Attacks single rows with the strongest reader there is: one who has our program, runs every
/// possible zone through it and keeps those that come out as printed.
class SuppressionTest {

  @Test
  void eightOfFourAndFourIsNotPrintedAsTwoSmallCells() {
    var shown = Suppression.show(new Tally(6, 6, 4, 20), SmallNumbers.USUAL);

    assertThat(shown)
        .isEqualTo(
            new Shown.Counts(
                new Shown.Cell.Exact(6),
                new Shown.Cell.NotShown(),
                new Shown.Cell.Fewer(),
                new Shown.Cell.Fewer()));
  }

  @Test
  void fourAndFourStayOpenAlsoForReadersOfThePlanWhoKnowThatNobodySaidRed() {
    var fewer = new Shown.Cell.Fewer();

    assertThat(Suppression.show(new Tally(0, 4, 22, 30), SmallNumbers.USUAL))
        .isEqualTo(new Shown.Counts(fewer, fewer, new Shown.Cell.NotShown(), fewer));
  }

  @Test
  void thatEverybodySaidTheSameIsNotPrinted() {
    var fewer = new Shown.Cell.Fewer();

    assertThat(Suppression.show(new Tally(0, 0, 30, 30), SmallNumbers.USUAL))
        .isEqualTo(new Shown.Counts(fewer, fewer, new Shown.Cell.NotShown(), fewer))
        .isEqualTo(Suppression.show(new Tally(1, 0, 28, 30), SmallNumbers.USUAL));
  }

  @Test
  void fewAnswersAreNotCounted() {
    assertThat(Suppression.show(new Tally(4, 0, 0, 30), SmallNumbers.USUAL))
        .isEqualTo(new Shown.NotEnoughAnswers());
  }

  @Test
  void largeCountsAreExact() {
    assertThat(Suppression.show(new Tally(5, 6, 7, 24), SmallNumbers.USUAL))
        .isEqualTo(
            new Shown.Counts(
                new Shown.Cell.Exact(5),
                new Shown.Cell.Exact(6),
                new Shown.Cell.Exact(7),
                new Shown.Cell.Exact(6)));
  }

  @Test
  void aReaderWithOurProgramLearnsNoSmallCount() {
    IntStream.rangeClosed(10, 30).forEach(maps -> attackAll(maps, 5));
  }

  @Property(tries = 60)
  @Tag("long")
  void aReaderWithOurProgramLearnsNoSmallCountInLargerRounds(
      @ForAll @IntRange(min = 4, max = 8) int k, @ForAll @IntRange(min = 16, max = 70) int maps) {
    attackAll(maps, k);
  }

  private static void attackAll(int maps, int k) {
    var small = new SmallNumbers(k);
    Map<Shown, List<int[]>> alike = new HashMap<>();
    for (int red = 0; red <= maps; red++) {
      for (int yellow = 0; yellow <= maps - red; yellow++) {
        for (int green = 0; green <= maps - red - yellow; green++) {
          var tally = new Tally(red, yellow, green, maps);
          alike
              .computeIfAbsent(Suppression.show(tally, small), _ -> new ArrayList<>())
              .add(new int[] {red, yellow, green, tally.noAnswer()});
        }
      }
    }
    alike.forEach((shown, tables) -> assertNothingSmallIsCertain(shown, tables, k));
  }

  private static void assertNothingSmallIsCertain(Shown shown, List<int[]> tables, int k) {
    for (int choice = 1; choice < 15; choice++) {
      int cells = choice;
      var sums =
          tables.stream()
              .map(each -> IntStream.range(0, 4).map(at -> (cells >> at & 1) * each[at]).sum())
              .distinct()
              .toList();
      if (sums.size() == 1) {
        assertThat(sums.getFirst()).as("%s, cells %d", shown, cells).isNotIn(small(k));
      }
    }
  }

  private static List<Integer> small(int k) {
    return IntStream.range(1, k).boxed().toList();
  }
}
