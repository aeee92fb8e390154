package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// The quick way of weighing two rows decides what the plain way decides.
class DifferenceTest {

  private static final SmallNumbers SMALL = SmallNumbers.USUAL;

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void theQuickWayDecidesWhatTryingEverythingDecides(@ForAll long seed) {
    var random = new Random(seed);
    var before = tally(random, random.nextInt(8, 22));
    int gone = random.nextInt(0, 5);
    int added = random.nextInt(0, 9);
    var after = moved(random, before, added, gone);
    var first = random.nextBoolean() ? Suppression.show(before, SMALL) : banded(before);
    var second = Suppression.show(after, SMALL);

    assertThat(new Difference(added, gone, SMALL).isSafe(side(first, before), side(second, after)))
        .as("%s of %d, then %s of %d", first, before.maps(), second, after.maps())
        .isEqualTo(
            new PlainDifference(added, gone, SMALL)
                .isSafe(side(first, before), side(second, after)));
  }

  /// In every other case the plan is known as well.
  private static Difference.Side side(Shown shown, Tally tally) {
    if (tally.maps() % 2 == 0) {
      return new Difference.Side(shown, tally.maps(), PlanSays.Red.UNKNOWN);
    }
    var red = tally.red() > 0 ? PlanSays.Red.SOME : PlanSays.Red.NONE;
    return new Difference.Side(shown, tally.maps(), red);
  }

  @Test
  void aBandOverThousandsOfMapsIsWeighedAtOnce() {
    var second = Suppression.show(new Tally(9_000, 4_000, 3_000, 18_000), SMALL);

    boolean safe =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                new Difference(9_000, 3, SMALL)
                    .isSafe(
                        new Difference.Side(
                            new Shown.Banded(Band.HOT), 9_003, PlanSays.Red.UNKNOWN),
                        new Difference.Side(second, 18_000, PlanSays.Red.SOME)));

    assertThat(safe).isTrue();
  }

  private static Shown banded(Tally tally) {
    var band = Band.of(tally, SMALL);
    return band == null ? new Shown.NotEnoughAnswers() : new Shown.Banded(band);
  }

  private static Tally tally(Random random, int maps) {
    var cells = new int[4];
    for (int map = 0; map < maps; map++) {
      cells[Math.min(random.nextInt(4), random.nextInt(4))]++;
    }
    return new Tally(cells[0], cells[1], cells[2], maps);
  }

  private static Tally moved(Random random, Tally from, int added, int gone) {
    var cells = Suppression.cells(from);
    for (int map = 0; map < gone; map++) {
      int at = random.nextInt(4);
      while (cells[at] == 0) {
        at = (at + 1) % 4;
      }
      cells[at]--;
    }
    for (int map = 0; map < added; map++) {
      cells[random.nextInt(4)]++;
    }
    return new Tally(cells[0], cells[1], cells[2], from.maps() + added - gone);
  }
}
