package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.network.ExerciseDates.FIRST;
import static org.sightline.network.ExerciseDates.PARTNERS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.DueDate;
import org.sightline.clocks.DueDates.Computed;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.SchoolCalendar;
import org.sightline.network.ExerciseDates.Meeting;

/// B58 to B62, B65, B93: over every date of 2024 to 2040, against days counted one by one.
class ExerciseDatesTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

  private final RuleBook rules = RuleBook.shipped();
  private final SchoolCalendar calendar = SchoolCalendar.withoutClosures(Nation.ENGLAND);

  @Test
  void everyDayOfSeventeenYearsHasTheDatesAPersonWouldCount() {
    for (var day = LocalDate.of(2024, 1, 1); day.getYear() <= 2040; day = day.plusDays(1)) {
      var dates = dates(rules, day, Map.of(), List.of());
      var first = on(day, 14);
      var partners = on(first, 14);
      var counted = new HashMap<String, LocalDate>();
      counted.put("FIRST_MAPPING", first);
      counted.put("FIRST_LIST", back(first, 7));
      counted.put("FIRST_FILED", on(first, 14));
      counted.put("FIRST_PARTNERS", partners);
      counted.put("PARTNERS_LIST", back(partners, 7));
      counted.put("PARTNERS_FILED", on(partners, 14));
      counted.put("REVIEW-1", threeMonthsOn(partners));
      counted.put("REVIEW_LIST-1", back(threeMonthsOn(partners), 7));
      counted.put("REVIEW_FILED-1", on(threeMonthsOn(partners), 14));

      assertThat(days(dates)).as("%s", day).isEqualTo(counted);
    }
  }

  @Test
  void theThreeEventsBringTheReviewForwardAndTheEarliestWins() {
    for (var event = LocalDate.of(2024, 1, 1); event.getYear() <= 2040; event = event.plusDays(1)) {
      var held = back(event, 30);
      var known =
          Map.of(FIRST, new Meeting(back(held, 20), true), PARTNERS, new Meeting(held, true));
      var review =
          named(
              dates(rules, back(held, 25), known, List.of(event, on(event, 3), back(held, 1))),
              "REVIEW-1");

      assertThat(review.deadline().lastDay()).as("%s", event).isEqualTo(on(event, 14));
      assertThat(review.deadline().explanation()).contains("The earliest day wins");
    }
  }

  @Test
  void anEventShortlyBeforeTheThreeMonthsChangesNothing() {
    var known = Map.of(FIRST, new Meeting(MONDAY, true), PARTNERS, new Meeting(MONDAY, true));
    var review = named(dates(rules, MONDAY, known, List.of(LocalDate.of(2027, 5, 25))), "REVIEW-1");

    assertThat(review.deadline().lastDay()).isEqualTo(LocalDate.of(2027, 6, 1));
  }

  @Test
  void afterAReviewTheNextIsCountedFromIt() {
    var known =
        Map.of(
            FIRST,
            new Meeting(MONDAY, true),
            PARTNERS,
            new Meeting(on(MONDAY, 10), true),
            "REVIEW-1",
            new Meeting(LocalDate.of(2027, 5, 31), true));
    var dates = dates(rules, MONDAY, known, List.of(LocalDate.of(2027, 5, 20)));

    assertThat(named(dates, "REVIEW-1").deadline().lastDay()).isEqualTo(LocalDate.of(2027, 6, 3));
    assertThat(named(dates, "REVIEW-2").deadline().lastDay()).isEqualTo(LocalDate.of(2027, 8, 31));
    assertThat(days(dates)).doesNotContainKey("REVIEW-3");
  }

  @Test
  void whatHangsOnAMeetingFollowsTheDayItIsPlannedFor() {
    var known = Map.of(FIRST, new Meeting(on(MONDAY, 10), false));
    var dates = dates(rules, MONDAY, known, List.of());

    assertThat(named(dates, FIRST).deadline().lastDay()).isEqualTo(on(MONDAY, 14));
    assertThat(named(dates, "FIRST_LIST").deadline().lastDay()).isEqualTo(on(MONDAY, 3));
    assertThat(named(dates, PARTNERS).deadline().lastDay()).isEqualTo(on(MONDAY, 24));
    assertThat(named(dates, PARTNERS).settled()).isFalse();
  }

  @Test
  void theShippedRulesCanAllBeKept() {
    var dates = asKept(dates(rules, MONDAY, Map.of(), List.of()));

    assertThat(DateConflicts.of(dates, MONDAY, MONDAY, MONDAY)).isEmpty();
  }

  @Test
  void rulesThatCannotAllHoldAreFound() {
    var longer = rules.with(Map.of("list-out.amount", "20", "mapping-review.amount", "1"));
    var dates = asKept(dates(longer, MONDAY, Map.of(), List.of()));

    assertThat(DateConflicts.of(dates, MONDAY, MONDAY, MONDAY))
        .extracting(DateConflicts.Conflict::kind)
        .containsExactly(
            DateConflicts.Kind.LIST_BEFORE_IDENTIFIED,
            DateConflicts.Kind.LIST_BEFORE_FIRST_SESSION);
  }

  @Test
  void whatWasOverBeforeItWasOpenedIsSaid() {
    var dates = asKept(dates(rules, MONDAY, Map.of(), List.of()));

    assertThat(DateConflicts.of(dates, MONDAY, on(MONDAY, 20), on(MONDAY, 20)))
        .extracting(DateConflicts.Conflict::kind)
        .contains(DateConflicts.Kind.PASSED_BEFORE_OPENING);
    assertThat(DateConflicts.of(dates, MONDAY, on(MONDAY, 9), on(MONDAY, 9)))
        .extracting(DateConflicts.Conflict::kind)
        .contains(DateConflicts.Kind.LIST_TOO_LATE);
  }

  private List<Computed> dates(
      RuleBook by, LocalDate identified, Map<String, Meeting> known, List<LocalDate> events) {
    return ExerciseDates.of(by, calendar, identified, known, events);
  }

  private static List<DueDate> asKept(List<Computed> dates) {
    return dates.stream()
        .map(
            one ->
                new DueDate(
                    one.slot(),
                    1,
                    one.deadline().rule().value(),
                    one.started(),
                    one.deadline().lastDay(),
                    one.deadline().lastDay(),
                    one.settled(),
                    one.deadline().explanation(),
                    "B58",
                    null,
                    null,
                    DueDate.Said.NOTHING))
        .toList();
  }

  private static Computed named(List<Computed> dates, String slot) {
    return dates.stream().filter(one -> one.slot().equals(slot)).findFirst().orElseThrow();
  }

  private static Map<String, LocalDate> days(List<Computed> dates) {
    return dates.stream()
        .collect(Collectors.toMap(Computed::slot, one -> one.deadline().lastDay(), only()));
  }

  private static java.util.function.BinaryOperator<LocalDate> only() {
    return (one, other) -> {
      throw new AssertionError("a date twice");
    };
  }

  /// The oracle: one day after another.
  private static LocalDate on(LocalDate from, int days) {
    return walk(from, days, day -> day.plusDays(1));
  }

  private static LocalDate back(LocalDate from, int days) {
    return walk(from, days, day -> day.minusDays(1));
  }

  private static LocalDate walk(LocalDate from, int days, Function<LocalDate, LocalDate> step) {
    var day = from;
    for (int left = days; left > 0; left--) {
      day = step.apply(day);
    }
    return day;
  }

  /// The same number three pages on in a calendar, or the last number on that page.
  private static LocalDate threeMonthsOn(LocalDate from) {
    int month = from.getMonthValue() + 3;
    int year = from.getYear();
    if (month > 12) {
      month -= 12;
      year++;
    }
    int number = from.getDayOfMonth();
    while (true) {
      try {
        return LocalDate.of(year, month, number);
      } catch (java.time.DateTimeException noSuchNumber) {
        number--;
      }
    }
  }
}
