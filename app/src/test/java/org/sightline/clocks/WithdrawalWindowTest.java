package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The four weeks of every session from 2024 to 2040, to the millisecond, against an oracle that
/// counts days one by one and knows summer time from the wording of the Summer Time Act 1972 (as
/// amended in 2002): from one in the morning, Greenwich time, of the last Sunday in March to that
/// of the last Sunday in October (ST-08, R-09).
class WithdrawalWindowTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);
  private static final ZoneId FAR_AWAY = ZoneId.of("Pacific/Auckland");

  private final Withdrawals withdrawals = new Withdrawals(RuleBook.shipped());

  @ParameterizedTest
  @EnumSource(Nation.class)
  void endsWithTheTwentyEighthDayOrTheFirstSchoolDayAfterIt(Nation nation) {
    for (var closures : List.of(List.<Closure>of(), inventedHolidays())) {
      var naive = new NaiveDays(nation, closures);
      var calendar = SchoolCalendar.of(BankHolidays.of(nation), closures);
      for (var session = FIRST; !session.isAfter(LAST); session = session.plusDays(1)) {
        var expected = afterTwentyEightDays(session);
        while (!naive.teaches(expected)) {
          expected = expected.plusDays(1);
        }
        var last = withdrawals.lastDay(session, calendar).lastDay();

        assertThat(last).as("session on %s in %s", session, nation).isEqualTo(expected);
        var over = midnightAfter(last);
        assertThat(isOpen(last, over.minusMillis(1))).as("last moment of %s", last).isTrue();
        assertThat(isOpen(last, over)).as("first moment after %s", last).isFalse();
        for (int day = 0; day <= 28; day++) {
          var noon = session.plusDays(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
          assertThat(isOpen(last, noon)).as("day %d after %s", day, session).isTrue();
        }
      }
    }
  }

  private static boolean isOpen(LocalDate last, Instant at) {
    return Withdrawals.isOpen(last, Clock.fixed(at, FAR_AWAY));
  }

  private static LocalDate afterTwentyEightDays(LocalDate session) {
    var day = session;
    for (int counted = 0; counted < 28; counted++) {
      day = day.plusDays(1);
    }
    return day;
  }

  /// When the day ends on a clock in London.
  private static Instant midnightAfter(LocalDate day) {
    var next = day.plusDays(1);
    boolean summer =
        next.isAfter(lastSunday(next.getYear(), Month.MARCH))
            && !next.isAfter(lastSunday(next.getYear(), Month.OCTOBER));
    return next.atTime(LocalTime.MIDNIGHT).minusHours(summer ? 1 : 0).toInstant(ZoneOffset.UTC);
  }

  private static LocalDate lastSunday(int year, Month month) {
    var day = LocalDate.of(year, month, 31);
    while (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// About four holidays a year, long and short.
  private static List<Closure> inventedHolidays() {
    var chance = new Random(28);
    var closures = new ArrayList<Closure>();
    for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(60 + chance.nextInt(60))) {
      closures.add(new Closure(day, day.plusDays(chance.nextInt(43)), "invented holiday"));
    }
    return closures;
  }
}
