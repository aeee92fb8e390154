package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.clocks.Examples.day;
import static org.sightline.clocks.Examples.larkrise;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {

  @Test
  void aHolidayCannotEndBeforeItStarts() {
    assertThatThrownBy(() -> new Closure(day("2027-04-09"), day("2027-03-26"), "Easter holiday"))
        .hasMessage("The Easter holiday cannot end on 2027-03-26, before it starts on 2027-04-09");
  }

  @Test
  void aHolidayCannotLastLongerThanAYear() {
    assertThatThrownBy(() -> new Closure(day("2027-07-22"), day("2072-09-01"), "summer holiday"))
        .hasMessageContaining("is longer than a year; check the dates");
  }

  @Test
  void aHolidayNeedsAName() {
    assertThatThrownBy(() -> new Closure(day("2027-07-22"), day("2027-09-01"), " "))
        .hasMessageContaining("needs a name");
  }

  @ParameterizedTest
  @CsvSource({
    // the day, whether it is off in England, Wales, Scotland, Northern Ireland
    "2026-06-15, false, false, true, false",
    "2027-01-01, true, true, true, true",
    "2027-01-04, false, false, true, false",
    "2027-03-17, false, false, false, true",
    "2027-03-26, true, true, true, true",
    "2027-03-29, true, true, false, true",
    "2027-07-12, false, false, false, true",
    "2027-08-02, false, false, true, false",
    "2027-08-30, true, true, false, true",
    "2027-11-30, false, false, true, false",
    "2027-12-27, true, true, true, true",
    "2027-12-28, true, true, true, true"
  })
  void eachNationKeepsItsOwnBankHolidays(
      String date, boolean england, boolean wales, boolean scotland, boolean northernIreland) {
    var off = List.of(england, wales, scotland, northernIreland);

    for (var nation : Nation.values()) {
      assertThat(BankHolidays.of(nation).nameOf(day(date)).isPresent())
          .as("%s in %s", date, nation.words())
          .isEqualTo(off.get(nation.ordinal()));
    }
  }

  @Test
  void aProclaimedHolidayIsADayOff() {
    var proclaimed =
        BankHolidays.of(Nation.WALES).with(Map.of(day("2029-06-15"), "day of the invented cup"));
    var calendar = SchoolCalendar.of(proclaimed, List.of());

    assertThat(calendar.isWorkingDay(day("2029-06-15"))).isFalse();
    assertThat(calendar.isSchoolDay(day("2029-06-15"))).isFalse();
    assertThat(calendar.nextSchoolDay(day("2029-06-14"))).isEqualTo(day("2029-06-18"));
  }

  @Test
  void stepsOverHolidaysBothWays() {
    assertThat(larkrise().nextSchoolDay(day("2027-03-24"))).isEqualTo(day("2027-04-12"));
    assertThat(larkrise().previousSchoolDay(day("2027-04-12"))).isEqualTo(day("2027-03-24"));
    assertThat(larkrise().nextWorkingDay(day("2027-03-25"))).isEqualTo(day("2027-03-30"));
    assertThat(larkrise().previousWorkingDay(day("2027-03-30"))).isEqualTo(day("2027-03-25"));
  }

  @Test
  void anInsetDayIsAWorkingDayButNoSchoolDay() {
    assertThat(larkrise().isWorkingDay(day("2027-01-04"))).isTrue();
    assertThat(larkrise().isSchoolDay(day("2027-01-04"))).isFalse();
  }
}
