package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.Comparison.Direction;
import org.sightline.engagement.results.PublishingRules.Detail;

class ComparisonTest {

  @Test
  void aZoneOnlyOneRoundHasIsNamedAndNotCompared() {
    var rows =
        Comparison.of(
                table("gate", new Tally(5, 5, 5, 20)),
                table("yard", new Tally(5, 5, 5, 20)),
                SmallNumbers.USUAL)
            .rows();

    assertThat(rows)
        .extracting(row -> row.zone().value(), Comparison.Row::direction)
        .containsExactly(tuple("yard", Direction.NEW), tuple("gate", Direction.GONE));
    assertThat(rows.getFirst().before()).isNull();
    assertThat(rows.getLast().after()).isNull();
  }

  @Test
  void aZoneOnlyOneRoundHasGetsNoPercentageUnderTwentyMaps() {
    var now = table("yard", new Tally(6, 5, 8, 19));
    var enough = table("yard", new Tally(5, 5, 10, 20));
    var before = table("gate", new Tally(5, 5, 5, 20));

    assertThat(Comparison.of(before, now, SmallNumbers.USUAL).rows().getFirst().redPercentAfter())
        .isNull();
    assertThat(
            Comparison.of(before, enough, SmallNumbers.USUAL).rows().getFirst().redPercentAfter())
        .isEqualTo(25);
  }

  @Test
  void aZoneWithTooFewAnswersIsNotCompared() {
    assertThat(compare(new Tally(20, 10, 10, 50), new Tally(2, 1, 1, 50)).direction())
        .isEqualTo(Direction.CANNOT_SAY);
  }

  @Test
  void whereRedIsHeldBackOnlyBandsAreCompared() {
    assertThat(compare(new Tally(20, 10, 10, 50), new Tally(2, 20, 20, 50)).direction())
        .isEqualTo(Direction.COOLER);
  }

  @Test
  void aSmallChangeIsAboutTheSame() {
    assertThat(compare(new Tally(10, 10, 10, 40), new Tally(8, 10, 10, 40)).direction())
        .isEqualTo(Direction.ABOUT_THE_SAME);
  }

  @Test
  void aLargeChangeHasADirection() {
    assertThat(compare(new Tally(30, 10, 10, 60), new Tally(10, 10, 30, 60)).direction())
        .isEqualTo(Direction.FEWER_RED);
  }

  @Test
  void thereIsNoPercentageWhenEitherRoundHasFewerThanTwentyMaps() {
    var row = compare(new Tally(10, 10, 10, 40), new Tally(7, 1, 6, 19));

    assertThat(row.redPercentBefore()).isNull();
    assertThat(row.redPercentAfter()).isNull();
    assertThat(compare(new Tally(10, 10, 10, 40), new Tally(5, 5, 5, 20)).redPercentAfter())
        .isEqualTo(25);
  }

  private static Comparison.Row compare(Tally before, Tally after) {
    return Comparison.of(table("gate", before), table("gate", after), SmallNumbers.USUAL)
        .rows()
        .getFirst();
  }

  private static OutwardTable table(String zone, Tally tally) {
    return OutwardTable.make(
        Detail.COUNTS,
        tally.maps(),
        List.of(ZoneTally.of(zone, tally)),
        List.of(),
        List.of(),
        List.of(),
        SmallNumbers.USUAL);
  }
}
