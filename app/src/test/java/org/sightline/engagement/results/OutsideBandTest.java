package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.PublishingRules.Detail;
import org.sightline.engagement.results.Shown.Cell;

/// What a guest from outside the school reads of a place: a band over ten answers or more, or
/// nothing (ST-03).
class OutsideBandTest {

  private static final SmallNumbers SMALL = SmallNumbers.USUAL;

  @Test
  void theBandsOfOneSessionStayInTheSchool() {
    var table = table(Detail.BANDS, new Tally(7, 0, 1, 8));

    assertThat(table.band(SMALL)).isEqualTo(Band.HOT);
    assertThat(table.bandOutside(SMALL)).isNull();
  }

  @Test
  void aBandOverNineAnswersStaysInTheSchool() {
    var nine = row(new Cell.Exact(9), new Cell.Exact(0), new Cell.Exact(0), new Cell.Exact(11));
    var ten = row(new Cell.Exact(10), new Cell.Exact(0), new Cell.Exact(0), new Cell.Exact(10));

    assertThat(nine.band(SMALL)).isEqualTo(Band.HOT);
    assertThat(nine.bandOutside(SMALL)).isNull();
    assertThat(ten.bandOutside(SMALL)).isEqualTo(Band.HOT);
  }

  @Test
  void numbersHeldBackThatCouldMakeFewerThanTenKeepTheBandInTheSchool() {
    var open = row(new Cell.NotShown(), new Cell.Exact(0), new Cell.Exact(0), new Cell.NotShown());

    assertThat(open.band(SMALL)).isEqualTo(Band.HOT);
    assertThat(open.bandOutside(SMALL)).isNull();
  }

  @Test
  void aSchoolThatAsksForMoreGetsMore() {
    var twelve = row(new Cell.Exact(12), new Cell.Exact(0), new Cell.Exact(0), new Cell.Exact(8));

    assertThat(twelve.bandOutside(SMALL)).isEqualTo(Band.HOT);
    assertThat(twelve.bandOutside(new SmallNumbers(13))).isNull();
  }

  private static OutwardRow table(Detail detail, Tally tally) {
    return OutwardTable.make(
            detail,
            tally.maps(),
            List.of(ZoneTally.of("gate", tally)),
            List.of(),
            List.of(),
            List.of(),
            SMALL)
        .row(new ZoneKey("gate"))
        .orElseThrow();
  }

  private static OutwardRow row(Cell red, Cell yellow, Cell green, Cell noAnswer) {
    return new OutwardRow(
        new ZoneKey("gate"), 1, 20, new Shown.Counts(red, yellow, green, noAnswer));
  }
}
