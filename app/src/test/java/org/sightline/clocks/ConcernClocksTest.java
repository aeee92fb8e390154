package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.clocks.ConcernClocks.Turn.COUNCIL;
import static org.sightline.clocks.ConcernClocks.Turn.DEPUTY;
import static org.sightline.clocks.ConcernClocks.Turn.LEAD;
import static org.sightline.clocks.ConcernClocks.Turn.NOBODY;
import static org.sightline.clocks.Examples.larkrise;
import static org.sightline.clocks.Examples.london;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcernClocksTest {

  private final RuleBook rules = RuleBook.shipped();

  @ParameterizedTest
  @CsvSource({
    // raised, seen by, decided by
    "2027-06-08T11:00, 2027-06-08, 2027-06-09",
    "2027-06-08T17:59, 2027-06-08, 2027-06-09",
    "2027-06-08T18:00, 2027-06-09, 2027-06-09",
    // Friday in school, Friday evening, Saturday, Sunday night
    "2027-06-11T14:00, 2027-06-11, 2027-06-14",
    "2027-06-11T19:30, 2027-06-14, 2027-06-14",
    "2027-06-12T10:00, 2027-06-14, 2027-06-14",
    "2027-06-13T23:59, 2027-06-14, 2027-06-14",
    // the last day of the summer term, its evening, and a day in the holiday: never September
    "2027-07-21T15:00, 2027-07-21, 2027-07-22",
    "2027-07-21T20:00, 2027-07-22, 2027-07-22",
    "2027-08-04T10:00, 2027-08-04, 2027-08-05",
    "2027-08-04T20:00, 2027-08-05, 2027-08-05",
    // Thursday before Easter, and Christmas with its substitute days
    "2027-03-24T19:00, 2027-03-25, 2027-03-25",
    "2027-03-25T19:00, 2027-03-30, 2027-03-30",
    "2027-12-24T15:00, 2027-12-24, 2027-12-29"
  })
  void seenAndDecided(String raised, LocalDate seen, LocalDate decided) {
    var clocks = ConcernClocks.of(rules, london(raised), larkrise());

    assertThat(clocks.seen().lastDay()).isEqualTo(seen);
    assertThat(clocks.decided().lastDay()).isEqualTo(decided);
  }

  @Test
  void goesToTheDeputyAndThenToTheCouncilWhenNobodyLooks() {
    var clocks = ConcernClocks.of(rules, london("2027-06-11T14:00"), larkrise());

    assertThat(clocks.turn(london("2027-06-11T23:59:59"), null, null)).isEqualTo(LEAD);
    assertThat(clocks.turn(london("2027-06-12T00:00"), null, null)).isEqualTo(DEPUTY);
    assertThat(clocks.turn(london("2027-06-14T23:59:59"), null, null)).isEqualTo(DEPUTY);
    assertThat(clocks.turn(london("2027-06-15T00:00"), null, null)).isEqualTo(COUNCIL);
  }

  @Test
  void staysWithTheLeadWhoHasSeenItUntilTheDecisionIsOverdue() {
    var clocks = ConcernClocks.of(rules, london("2027-06-11T14:00"), larkrise());
    var seen = london("2027-06-11T15:00");

    assertThat(clocks.turn(london("2027-06-14T23:59"), seen, null)).isEqualTo(LEAD);
    assertThat(clocks.turn(london("2027-06-15T00:00"), seen, null)).isEqualTo(DEPUTY);
    assertThat(clocks.turn(london("2027-06-16T00:00"), seen, null)).isEqualTo(COUNCIL);
    assertThat(clocks.turn(london("2027-06-16T00:00"), seen, london("2027-06-15T09:00")))
        .isEqualTo(NOBODY);
  }

  @Test
  void seeingItLateDoesNotTakeItBackFromTheDeputy() {
    var clocks = ConcernClocks.of(rules, london("2027-06-08T11:00"), larkrise());
    var tooLate = london("2027-06-09T08:00");

    assertThat(clocks.turn(london("2027-06-09T09:00"), tooLate, null)).isEqualTo(DEPUTY);
  }

  @Test
  void aCouncilCanGiveTheDeputyFourHours() {
    var quick =
        rules.with(Map.of("concern-deputy.kind", "elapsed-hours", "concern-deputy.amount", "4"));
    var clocks = ConcernClocks.of(quick, london("2027-06-08T11:00"), larkrise());

    assertThat(clocks.turn(london("2027-06-09T03:59"), null, null)).isEqualTo(DEPUTY);
    assertThat(clocks.turn(london("2027-06-09T04:00"), null, null)).isEqualTo(COUNCIL);
  }
}
