package org.sightline.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The oracle of [DeadlinePropertiesTest]: bank holidays from hand-listed Easters and the wording
/// of the law, and counting day by day. It shares nothing with the code under test.
final class NaiveDays {

  private static final Set<LocalDate> EASTER_SUNDAYS =
      days(
          "2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13"
              + " 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25"
              + " 2039-04-10 2040-04-01 2041-04-21 2042-04-06");

  /// England's list for five years, typed from the published one.
  static final Set<LocalDate> ENGLAND_2024_TO_2028 =
      days(
          "2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26"
              + " 2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25"
              + " 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31"
              + " 2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31"
              + " 2027-08-30 2027-12-27 2027-12-28 2028-01-03 2028-04-14 2028-04-17 2028-05-01"
              + " 2028-05-29 2028-08-28 2028-12-25 2028-12-26");

  private final Set<LocalDate> bankHolidays = new HashSet<>();
  private final List<Closure> closures;

  NaiveDays(Nation nation, List<Closure> closures) {
    this.closures = closures;
    placeOnFreeDays(LocalDate.of(2022, 12, 25), 2); // for what is counted back from 2023
    for (int year = 2023; year <= 2042; year++) {
      listHolidays(nation, year);
    }
  }

  boolean works(LocalDate day) {
    return !isWeekend(day) && !bankHolidays.contains(day);
  }

  boolean teaches(LocalDate day) {
    for (var closure : closures) {
      if (day.compareTo(closure.first()) >= 0 && day.compareTo(closure.last()) <= 0) {
        return false;
      }
    }
    return works(day);
  }

  private void listHolidays(Nation nation, int year) {
    var scotland = nation == Nation.SCOTLAND;
    placeOnFreeDays(LocalDate.of(year, 1, 1), scotland ? 2 : 1);
    placeOnFreeDays(LocalDate.of(year, 12, 25), 2);
    for (var easter : EASTER_SUNDAYS) {
      if (easter.getYear() == year) {
        bankHolidays.add(easter.minusDays(2));
        if (!scotland) {
          bankHolidays.add(easter.plusDays(1));
        }
      }
    }
    bankHolidays.add(firstMonday(year, Month.MAY));
    bankHolidays.add(lastMonday(year, Month.MAY));
    bankHolidays.add(scotland ? firstMonday(year, Month.AUGUST) : lastMonday(year, Month.AUGUST));
    if (scotland) {
      placeOnFreeDays(LocalDate.of(year, 11, 30), 1);
    }
    if (year == 2023) {
      bankHolidays.add(LocalDate.of(2023, 5, 8)); // a coronation
    }
    if (scotland && year == 2026) {
      bankHolidays.add(LocalDate.of(2026, 6, 15));
    }
    if (nation == Nation.NORTHERN_IRELAND) {
      placeOnFreeDays(LocalDate.of(year, 3, 17), 1);
      placeOnFreeDays(LocalDate.of(year, 7, 12), 1);
    }
  }

  /// The next so many weekdays from a date on: what "a substitute day" comes to.
  private void placeOnFreeDays(LocalDate from, int howMany) {
    var day = from;
    var placed = 0;
    while (placed < howMany) {
      if (!isWeekend(day)) {
        bankHolidays.add(day);
        placed++;
      }
      day = day.plusDays(1);
    }
  }

  private static LocalDate firstMonday(int year, Month month) {
    var day = LocalDate.of(year, month, 1);
    while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static LocalDate lastMonday(int year, Month month) {
    var day = LocalDate.of(year, month, 31);
    while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= 6;
  }

  private static Set<LocalDate> days(String spaced) {
    return Stream.of(spaced.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
  }
}
