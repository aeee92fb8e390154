package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Every rule, every nation, 2024 to 2040, against an oracle that counts day by day.
class DeadlinePropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

  private final RuleBook rules = RuleBook.shipped();
  private final Map<Nation, BankHolidays> bankHolidays = new EnumMap<>(Nation.class);

  @Example
  void theOracleKnowsEnglandsPublishedHolidays() {
    var naive = new NaiveDays(Nation.ENGLAND, List.of());
    for (var day = FIRST; day.getYear() <= 2028; day = day.plusDays(1)) {
      var off = day.getDayOfWeek().getValue() < 6 && !naive.works(day);
      assertThat(off).as("%s", day).isEqualTo(NaiveDays.ENGLAND_2024_TO_2028.contains(day));
    }
  }

  @Example
  void everyDayOfSeventeenYearsIsAWorkingDayWhenTheOracleSaysSo() {
    for (var nation : Nation.values()) {
      var naive = new NaiveDays(nation, List.of());
      var calendar = SchoolCalendar.withoutClosures(nation);
      for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        assertThat(calendar.isWorkingDay(day))
            .as("%s in %s", day, nation)
            .isEqualTo(naive.works(day));
      }
    }
  }

  @Property(tries = 4000)
  void everyRuleOfDaysEndsWhereTheOracleEnds(
      @ForAll("days") LocalDate started,
      @ForAll Nation nation,
      @ForAll("closures") List<Closure> closures,
      @ForAll("rulesOfDays") RuleId id) {
    var naive = new NaiveDays(nation, closures);
    var calendar = calendar(nation, closures);

    var deadline = rules.deadline(id, started, calendar);

    assertThat(deadline.lastDay()).isEqualTo(expected(rules.rule(id), started, naive));
    assertThat(deadline.explanation()).contains(Days.inWords(deadline.lastDay()));
  }

  @Property
  void aWithdrawalWindowIsNeverShorterThanFourWeeksAndEndsOnASchoolDay(
      @ForAll("days") LocalDate session,
      @ForAll Nation nation,
      @ForAll("closures") List<Closure> closures) {
    var calendar = calendar(nation, closures);

    var last = new Withdrawals(rules).lastDay(session, calendar).lastDay();

    assertThat(last).isAfterOrEqualTo(session.plusDays(28));
    assertThat(calendar.isSchoolDay(last)).isTrue();
  }

  @Property
  void moreHolidayNeverMakesADeadlineEarlierNorWhatComesBeforeLater(
      @ForAll("days") LocalDate started,
      @ForAll Nation nation,
      @ForAll("closures") List<Closure> closures,
      @ForAll("rulesOfDays") RuleId id) {
    var open = rules.deadline(id, started, calendar(nation, List.of()));
    var shut = rules.deadline(id, started, calendar(nation, closures));

    if (rules.rule(id).isBefore()) {
      assertThat(shut.lastDay()).isBeforeOrEqualTo(open.lastDay());
    } else {
      assertThat(shut.lastDay()).isAfterOrEqualTo(open.lastDay());
    }
  }

  @Property
  void seventyTwoHoursAreSeventyTwoHours(
      @ForAll("days") LocalDate day, @ForAll("minutes") int minute, @ForAll Nation nation) {
    ZonedDateTime noticed = day.atStartOfDay(Days.LONDON).plusMinutes(minute);

    var deadline =
        rules.deadline(new RuleId("breach-reported"), noticed, calendar(nation, List.of()));

    assertThat(Duration.between(noticed.toInstant(), deadline.due().endsAt())).hasHours(72);
  }

  @Property
  void aConcernIsNeverLeftLongerThanABankHolidayWeekend(
      @ForAll("days") LocalDate day,
      @ForAll("minutes") int minute,
      @ForAll Nation nation,
      @ForAll("closures") List<Closure> closures) {
    var raised = day.atStartOfDay(Days.LONDON).plusMinutes(minute);

    var clocks = ConcernClocks.of(rules, raised, calendar(nation, closures));

    assertThat(clocks.decided().lastDay()).isAfter(day).isBeforeOrEqualTo(day.plusDays(5));
    assertThat(clocks.seen().lastDay())
        .isAfterOrEqualTo(day)
        .isBeforeOrEqualTo(clocks.decided().lastDay());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    var span = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
    return Arbitraries.integers().between(0, span).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 22 * 60);
  }

  @Provide
  Arbitrary<List<Closure>> closures() {
    var length = Arbitraries.integers().between(0, 45);
    return Combinators.combine(days(), length)
        .as((first, days) -> new Closure(first, first.plusDays(days), "invented holiday"))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<RuleId> rulesOfDays() {
    var ids =
        rules.rules().stream()
            .filter(rule -> rule.kind() != Kind.ELAPSED_HOURS)
            .map(Rule::id)
            .toList();
    return Arbitraries.of(ids);
  }

  private SchoolCalendar calendar(Nation nation, List<Closure> closures) {
    return SchoolCalendar.of(bankHolidays.computeIfAbsent(nation, BankHolidays::of), closures);
  }

  @Property(tries = 4000)
  void whatIsCountedBackEndsWhereTheOracleEnds(
      @ForAll("days") LocalDate session,
      @ForAll Nation nation,
      @ForAll("closures") List<Closure> closures,
      @ForAll("backwards") Map<String, String> settings) {
    var changed = rules.with(settings);
    var naive = new NaiveDays(nation, closures);
    var calendar = calendar(nation, closures);
    if (session.getYear() == 2024) {
      return; // the oracle begins in 2024, and this counts back
    }

    var deadline = changed.deadline(RuleId.LIST_OUT, session, calendar);

    var rule = changed.rule(RuleId.LIST_OUT);
    assertThat(deadline.lastDay()).isEqualTo(backwards(rule, session, naive));
    assertThat(deadline.lastDay()).isBefore(session);
    assertThat(deadline.explanation()).contains(Days.inWords(deadline.lastDay()));
  }

  @Provide
  Arbitrary<Map<String, String>> backwards() {
    return Combinators.combine(
            Arbitraries.of("calendar-days", "working-days", "school-days"),
            Arbitraries.integers().between(1, 30),
            Arbitraries.of("any-day", "working-day", "school-day"))
        .as(
            (kind, amount, landing) ->
                Map.of(
                    "list-out.kind", kind,
                    "list-out.amount", "" + amount,
                    "list-out.landing", landing));
  }

  private static LocalDate backwards(Rule rule, LocalDate session, NaiveDays naive) {
    var day = session;
    var left = rule.amount();
    while (left > 0) {
      day = day.minusDays(1);
      if (counts(rule.kind(), day, naive)) {
        left--;
      }
    }
    while ((rule.landing() == Landing.WORKING_DAY && !naive.works(day))
        || (rule.landing() == Landing.SCHOOL_DAY && !naive.teaches(day))) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static boolean counts(Kind kind, LocalDate day, NaiveDays naive) {
    return switch (kind) {
      case WORKING_DAYS -> naive.works(day);
      case SCHOOL_DAYS -> naive.teaches(day);
      default -> true;
    };
  }

  private static LocalDate expected(Rule rule, LocalDate started, NaiveDays naive) {
    if (rule.isBefore()) {
      return backwards(rule, started, naive);
    }
    var counted =
        switch (rule.kind()) {
          case CALENDAR_DAYS -> walk(started, rule.amount(), day -> true);
          case WORKING_DAYS -> walk(started, rule.amount(), naive::works);
          case SCHOOL_DAYS -> walk(started, rule.amount(), naive::teaches);
          case NEXT_WORKING_DAY -> walk(started, 1, naive::works);
          case SAME_SCHOOL_DAY -> walk(started.minusDays(1), 1, naive::works);
          case CALENDAR_MONTHS -> sameDayOfMonth(started, rule.amount());
          case ELAPSED_HOURS -> throw new AssertionError("hours are tested apart");
        };
    return switch (rule.landing()) {
      case ANY_DAY -> counted;
      case WORKING_DAY -> walk(counted.minusDays(1), 1, naive::works);
      case SCHOOL_DAY -> walk(counted.minusDays(1), 1, naive::teaches);
    };
  }

  private static LocalDate walk(LocalDate from, int howMany, Predicate<LocalDate> counts) {
    var day = from;
    var left = howMany;
    while (left > 0) {
      day = day.plusDays(1);
      if (counts.test(day)) {
        left--;
      }
    }
    return day;
  }

  private static LocalDate sameDayOfMonth(LocalDate started, int months) {
    var month = YearMonth.from(started);
    for (int passed = 0; passed < months; passed++) {
      month =
          YearMonth.of(
              month.getMonthValue() == 12 ? month.getYear() + 1 : month.getYear(),
              month.getMonthValue() % 12 + 1);
    }
    return month.atDay(Math.min(started.getDayOfMonth(), month.lengthOfMonth()));
  }
}
