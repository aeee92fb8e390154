package org.sightline.clocks;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/// An invented school's year, for the tests of this package.
final class Examples {

  private Examples() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  static ZonedDateTime london(String local) {
    return java.time.LocalDateTime.parse(local).atZone(Days.LONDON);
  }

  static SchoolCalendar larkrise() {
    return larkrise(Nation.ENGLAND);
  }

  static SchoolCalendar larkrise(Nation nation) {
    return SchoolCalendar.of(
        BankHolidays.of(nation),
        List.of(
            new Closure(day("2026-12-19"), day("2027-01-03"), "Christmas holiday"),
            Closure.insetDay(day("2027-01-04")),
            new Closure(day("2027-02-15"), day("2027-02-19"), "February half term"),
            new Closure(day("2027-03-25"), day("2027-04-09"), "Easter holiday"),
            new Closure(day("2027-05-31"), day("2027-06-04"), "May half term"),
            new Closure(day("2027-07-22"), day("2027-09-01"), "summer holiday"),
            new Closure(day("2027-10-25"), day("2027-10-29"), "October half term"),
            new Closure(day("2027-12-20"), day("2028-01-03"), "Christmas holiday")));
  }
}
