package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.clocks.Examples.day;
import static org.sightline.clocks.Examples.larkrise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalsTest {

  private final Withdrawals withdrawals = new Withdrawals(RuleBook.shipped());

  @Test
  void theseTestsRunFarFromLondonOnPurpose() {
    assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Auckland");
  }

  @ParameterizedTest
  @CsvSource({
    // session, last day
    "2027-01-12, 2027-02-09",
    "2027-02-02, 2027-03-02",
    // falls in half term
    "2027-01-19, 2027-02-22",
    // falls in the Easter holiday, then a weekend
    "2027-03-03, 2027-04-12",
    // 3 May is the early May bank holiday
    "2027-04-05, 2027-05-04",
    // falls in summer
    "2027-07-15, 2027-09-02",
    // over New Year, with the bank holiday's substitute and an inset day
    "2026-12-01, 2027-01-05",
    "2027-12-06, 2028-01-04",
    // leap day
    "2028-02-01, 2028-02-29",
    "2028-02-02, 2028-03-01"
  })
  void lastDays(LocalDate session, LocalDate last) {
    assertThat(withdrawals.lastDay(session, larkrise()).lastDay()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    // the last day, the last millisecond of it in UTC, the first instant after it
    "2027-02-09, 2027-02-09T23:59:59.999Z, 2027-02-10T00:00:00Z",
    // the clocks go forward on 28 March and back on 31 October 2027
    "2027-03-27, 2027-03-27T23:59:59.999Z, 2027-03-28T00:00:00Z",
    "2027-03-28, 2027-03-28T22:59:59.999Z, 2027-03-28T23:00:00Z",
    "2027-10-30, 2027-10-30T22:59:59.999Z, 2027-10-30T23:00:00Z",
    "2027-10-31, 2027-10-31T23:59:59.999Z, 2027-11-01T00:00:00Z"
  })
  void theWholeLastDayInLondonIsInTimeAndTheNextInstantIsNot(
      LocalDate last, Instant inTime, Instant tooLate) {
    var anywhere = ZoneId.of("Pacific/Auckland");

    assertThat(Withdrawals.isOpen(last, Clock.fixed(inTime, anywhere))).isTrue();
    assertThat(Withdrawals.isOpen(last, Clock.fixed(tooLate, anywhere))).isFalse();
  }

  @Test
  void saysWhyItIsLater() {
    var deadline = withdrawals.lastDay(day("2027-03-03"), larkrise());

    assertThat(deadline.explanation())
        .isEqualTo(
            "28 days after Wednesday 3 March 2027, the day of the session, is Wednesday 31 March"
                + " 2027; the first day is not counted, the last is, to midnight. The date moves to"
                + " the next school day: passed over are Wednesday 31 March 2027 to Friday 9 April"
                + " 2027 (Easter holiday), Saturday 10 April 2027 to Sunday 11 April 2027 (weekend)."
                + " The last day is Monday 12 April 2027.");
    assertThat(deadline.passedOver())
        .extracting(DayOff::reason)
        .containsExactly(DayOff.Reason.SCHOOL_HOLIDAY, DayOff.Reason.WEEKEND);
  }

  @Test
  void saysWhenHolidaysAreNotKnownThatFar() {
    var late = withdrawals.lastDay(day("2028-02-01"), larkrise());
    var never =
        withdrawals.lastDay(day("2028-02-01"), SchoolCalendar.withoutClosures(Nation.ENGLAND));

    assertThat(late.explanation())
        .endsWith("School holidays after Monday 3 January 2028 have not been entered.");
    assertThat(never.explanation()).endsWith("No school holidays have been entered.");
  }
}
