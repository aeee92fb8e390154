package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.SchoolCalendar;

class LightsTest {

  @ParameterizedTest
  @CsvSource({
    "2027-03-31T12:00:00Z, 2027-04-08, , On track",
    "2027-03-31T12:00:00Z, 2027-04-07, , At risk",
    "2027-03-31T12:00:00Z, 2027-03-31, , At risk",
    "2027-03-31T12:00:00Z, 2027-03-30, , Overdue by 1 day",
    "2027-03-31T22:59:00Z, 2027-03-31, , At risk",
    "2027-03-31T23:01:00Z, 2027-03-31, , Overdue by 1 day",
    "2027-03-31T12:00:00Z, 2027-03-30, 2027-03-30, Done",
    "2027-03-31T12:00:00Z, 2027-03-28, 2027-03-31, 'Done, 3 days late'",
  })
  void aLightIsThatOfTheDayInLondon(
      Instant now, LocalDate due, @Nullable LocalDate doneOn, String words) {
    var dates = new PlanDates(Clock.fixed(now, ZoneOffset.UTC), RuleBook.shipped());

    assertThat(dates.light(due, doneOn).words()).isEqualTo(words);
  }

  @Test
  void anActionIsOfferedTheDaysOfTheRuleBook() {
    var dates =
        new PlanDates(
            Clock.fixed(Instant.parse("2027-01-04T09:00:00Z"), ZoneOffset.UTC), RuleBook.shipped());

    var calendar = SchoolCalendar.withoutClosures(Nation.ENGLAND);

    assertThat(dates.due(calendar).lastDay()).isEqualTo(LocalDate.of(2027, 2, 15));
    assertThat(dates.review(LocalDate.of(2027, 2, 15), calendar).lastDay())
        .isEqualTo(LocalDate.of(2027, 5, 17));
  }
}
