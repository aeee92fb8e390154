package org.sightline.linkage.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.linkage.counting.Overlaps.OfLists;
import org.sightline.linkage.counting.Overlaps.Range;
import org.sightline.linkage.testing.Lists;

/// Numbers of people that go together: sets of lists that no two people share add up to everybody,
/// by our count and by the exact join, and every range holds what is expected.
class SumsTest {

  private static final double ROUNDED = 0.05;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 14})
  void setsAddUpToEverybodyAndRangesHoldWhatIsExpected(int number) throws Exception {
    var lists = new Lists();
    for (int list = 0; list < number; list++) {
      lists.list("L" + list, invented(list, 60));
      if (list % 2 == 1) {
        lists.withoutDuplicates();
      }
    }
    try (var linkage = lists.list("nobody", "forename,surname,dob,postcode\n").link()) {
      var overlaps = linkage.overlaps();

      addUp(overlaps.exactly(), overlaps.distinct());
      for (var list : overlaps.lists()) {
        addUp(having(overlaps, List.of(list.name())), list.people());
      }
      for (var set : overlaps.intersections().stream().limit(100).toList()) {
        addUp(having(overlaps, set.lists()), set.people());
      }
      var ranges = new ArrayList<>(List.of(overlaps.distinct()));
      overlaps.lists().forEach(list -> ranges.add(list.people()));
      overlaps.intersections().forEach(set -> ranges.add(set.people()));
      overlaps.exactly().forEach(set -> ranges.add(set.people()));
      assertThat(ranges)
          .allSatisfy(r -> assertThat(r.expected()).isBetween((double) r.low(), (double) r.high()));
    }
  }

  private static List<OfLists> having(Overlaps overlaps, List<String> lists) {
    return overlaps.exactly().stream().filter(set -> set.lists().containsAll(lists)).toList();
  }

  private static void addUp(List<OfLists> sets, Range all) {
    assertThat(sum(sets, Range::expected))
        .isCloseTo(all.expected(), offset(ROUNDED * (sets.size() + 1) + 1e-6));
    assertThat((long) sum(sets, Range::exactJoin)).isEqualTo(all.exactJoin());
  }

  private static double sum(List<OfLists> sets, ToDoubleFunction<Range> number) {
    return sets.stream().map(OfLists::people).mapToDouble(number).sum();
  }

  /// Few names and birth dates, so that much is doubtful.
  private static String invented(int list, int rows) {
    var dice = new SplittableRandom(list);
    var text = new StringBuilder("forename,surname,dob,postcode\n");
    for (int row = 0; row < rows; row++) {
      int child = dice.nextInt(150);
      text.append(List.of("Ann", "Anne", "Bill", "Zoë", "Ida", "Tom").get((child + slip(dice)) % 6))
          .append(',')
          .append(List.of("Lee", "Leigh", "Orr", "Novák", "Webb").get((child / 6 + slip(dice)) % 5))
          .append(',')
          .append(dice.nextInt(4) == 0 ? "" : "%02d/04/2010".formatted(1 + child % 28))
          .append(',')
          .append(dice.nextInt(4) == 0 ? "" : "LU1 %dAB".formatted(child % 9))
          .append('\n');
    }
    return text.toString();
  }

  private static int slip(SplittableRandom dice) {
    return dice.nextInt(10) == 0 ? 1 : 0;
  }
}
