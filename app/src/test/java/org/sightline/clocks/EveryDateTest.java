package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule of the book for every day of 2023 to 2040 in every nation, against an oracle that
/// counts day by day. [DeadlinePropertiesTest] draws lots among school holidays as well.
class EveryDateTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

  private final RuleBook rules = RuleBook.shipped();

  /// Two rules that count alike end alike.
  private record Way(Kind kind, int amount, Landing landing, boolean isBefore) {

    static Way of(Rule rule) {
      return new Way(rule.kind(), rule.amount(), rule.landing(), rule.isBefore());
    }
  }

  @TestFactory
  List<DynamicTest> everyRuleEndsWhereTheOracleEndsOnEveryDay() {
    var tests = new ArrayList<DynamicTest>();
    for (var nation : Nation.values()) {
      tests.add(DynamicTest.dynamicTest(nation.words(), () -> everyDay(nation)));
    }
    return tests;
  }

  @Test
  void everyRuleOfTheBookCountsDaysOrIsTestedApart() {
    var hours =
        rules.rules().stream()
            .filter(rule -> rule.kind() == Kind.ELAPSED_HOURS)
            .map(rule -> rule.id().value())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(hours).as("see DeadlinePropertiesTest").contains("breach-reported");
    assertThat(rules.rules()).hasSizeGreaterThan(15 + hours.size());
  }

  private void everyDay(Nation nation) {
    var closures = closures();
    var naive = new NaiveDays(nation, closures);
    var calendar = SchoolCalendar.of(BankHolidays.of(nation), closures);
    var seen = new java.util.HashSet<Way>();
    for (var rule : rules.rules()) {
      if (rule.kind() == Kind.ELAPSED_HOURS || !seen.add(Way.of(rule))) {
        continue;
      }
      for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        var last = rules.deadline(rule.id(), day, calendar).lastDay();
        var counted = counted(rule, day, naive);
        if (!last.equals(counted)) {
          throw new AssertionError(
              "%s from %s in %s ends on %s and the oracle counts %s"
                  .formatted(rule.id(), day, nation, last, counted));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(10);
  }

  /// The same invented terms every year.
  private static List<Closure> closures() {
    var closures = new ArrayList<Closure>();
    for (int year = 2022; year <= 2043; year++) {
      closures.add(off(year, "-02-13", "-02-17", "half term"));
      closures.add(off(year, "-04-01", "-04-16", "Easter holiday"));
      closures.add(off(year, "-07-22", "-09-02", "summer holiday"));
      closures.add(off(year, "-10-23", "-10-27", "half term"));
      closures.add(
          new Closure(
              LocalDate.of(year, 12, 20), LocalDate.of(year + 1, 1, 3), "Christmas holiday"));
    }
    return closures;
  }

  private static Closure off(int year, String first, String last, String name) {
    return new Closure(LocalDate.parse(year + first), LocalDate.parse(year + last), name);
  }

  private static LocalDate counted(Rule rule, LocalDate started, NaiveDays naive) {
    int step = rule.isBefore() ? -1 : 1;
    var day =
        switch (rule.kind()) {
          case CALENDAR_DAYS -> walk(started, rule.amount(), step, any -> true);
          case WORKING_DAYS -> walk(started, rule.amount(), step, naive::works);
          case SCHOOL_DAYS -> walk(started, rule.amount(), step, naive::teaches);
          case NEXT_WORKING_DAY -> walk(started, 1, 1, naive::works);
          case SAME_SCHOOL_DAY -> walk(started.minusDays(1), 1, 1, naive::works);
          case CALENDAR_MONTHS -> months(started, rule.amount(), step);
          case ELAPSED_HOURS -> throw new AssertionError("hours are tested apart");
        };
    return switch (rule.landing()) {
      case ANY_DAY -> day;
      case WORKING_DAY -> walk(day.minusDays(step), 1, step, naive::works);
      case SCHOOL_DAY -> walk(day.minusDays(step), 1, step, naive::teaches);
    };
  }

  private static LocalDate walk(
      LocalDate from, int howMany, int step, Predicate<LocalDate> counts) {
    var day = from;
    int left = howMany;
    while (left > 0) {
      day = day.plusDays(step);
      if (counts.test(day)) {
        left--;
      }
    }
    return day;
  }

  private static LocalDate months(LocalDate started, int amount, int step) {
    int year = started.getYear();
    int month = started.getMonthValue();
    for (int passed = 0; passed < amount; passed++) {
      month += step;
      if (month == 13 || month == 0) {
        year += step;
        month = month == 13 ? 1 : 12;
      }
    }
    int length = YearMonth.of(year, month).lengthOfMonth();
    return LocalDate.of(year, month, Math.min(started.getDayOfMonth(), length));
  }

  @Test
  void theOracleKnowsThePublishedHolidaysOf2023() {
    var published =
        Set.of(
            "2023-01-02",
            "2023-04-07",
            "2023-04-10",
            "2023-05-01",
            "2023-05-08",
            "2023-05-29",
            "2023-08-28",
            "2023-12-25",
            "2023-12-26");
    var naive = new NaiveDays(Nation.ENGLAND, List.of());
    var off = new TreeSet<String>();
    for (var day = FIRST; day.getYear() == 2023; day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() < 6 && !naive.works(day)) {
        off.add(day.toString());
      }
    }

    assertThat(off).containsExactlyInAnyOrderElementsOf(published);
  }
}
