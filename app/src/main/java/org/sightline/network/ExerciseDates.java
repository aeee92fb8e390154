package org.sightline.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.DueDates.Computed;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.clocks.SchoolCalendar;

/// All dates of an exercise, computed together from one day: when it was identified (B58 to B62,
/// B65, B93). What hangs on a meeting that was not held yet is counted from the day it is planned
/// for, or else from the last day on which it can be.
public final class ExerciseDates {

  public static final String FIRST = "FIRST_MAPPING";
  public static final String FIRST_LIST = "FIRST_LIST";
  public static final String FIRST_FILED = "FIRST_FILED";
  public static final String PARTNERS = "FIRST_PARTNERS";
  public static final String PARTNERS_LIST = "PARTNERS_LIST";
  public static final String PARTNERS_FILED = "PARTNERS_FILED";
  public static final String REVIEW = "REVIEW-";
  public static final String REVIEW_LIST = "REVIEW_LIST-";
  public static final String REVIEW_FILED = "REVIEW_FILED-";

  private final RuleBook rules;
  private final SchoolCalendar calendar;
  private final Map<String, Meeting> known;
  private final List<Computed> dates = new ArrayList<>();

  private ExerciseDates(RuleBook rules, SchoolCalendar calendar, Map<String, Meeting> known) {
    this.rules = rules;
    this.calendar = calendar;
    this.known = known;
  }

  /// The day of a meeting that is known.
  ///
  /// @param held whether it was held, and is not only planned
  public record Meeting(LocalDate day, boolean held) {}

  /// @param known the meetings whose day is known, by slot
  /// @param events the days of what brings a review forward
  public static List<Computed> of(
      RuleBook rules,
      SchoolCalendar calendar,
      LocalDate identified,
      Map<String, Meeting> known,
      Collection<LocalDate> events) {
    var all = new ExerciseDates(rules, calendar, known);
    var first = all.meeting(FIRST, FIRST_LIST, FIRST_FILED, RuleId.FIRST_MAPPING, identified, true);
    var partners =
        all.meeting(
            PARTNERS,
            PARTNERS_LIST,
            PARTNERS_FILED,
            RuleId.FIRST_PARTNERS,
            first.day(),
            first.held());
    all.reviews(partners, events);
    return all.dates;
  }

  /// The date by which the list of a meeting goes out; empty when it keeps none.
  static String listBefore(String meeting) {
    return switch (meeting) {
      case "" -> "";
      case FIRST -> FIRST_LIST;
      case PARTNERS -> PARTNERS_LIST;
      default -> REVIEW_LIST + meeting.substring(REVIEW.length());
    };
  }

  /// The date by which what was said in a meeting is on file; empty when it keeps none.
  static String filedAfter(String meeting) {
    return switch (meeting) {
      case "" -> "";
      case FIRST -> FIRST_FILED;
      case PARTNERS -> PARTNERS_FILED;
      default -> REVIEW_FILED + meeting.substring(REVIEW.length());
    };
  }

  /// One meeting with what comes before and after it.
  ///
  /// @return the day to count from for what follows
  private Meeting meeting(
      String slot, String list, String filed, RuleId rule, LocalDate from, boolean settled) {
    var due = rules.deadline(rule, from, calendar);
    dates.add(new Computed(slot, from, settled, due));
    return around(slot, list, filed, due.lastDay());
  }

  private Meeting around(String slot, String list, String filed, LocalDate due) {
    var day = known.getOrDefault(slot, new Meeting(due, false));
    boolean isFixed = known.containsKey(slot);
    add(list, RuleId.LIST_OUT, day.day(), isFixed);
    add(filed, RuleId.MINUTES_FILED, day.day(), day.held());
    return day;
  }

  private void add(String slot, RuleId rule, LocalDate from, boolean settled) {
    dates.add(new Computed(slot, from, settled, rules.deadline(rule, from, calendar)));
  }

  /// Every review that was held, and the next one.
  private void reviews(Meeting last, Collection<LocalDate> events) {
    var before = last;
    for (int number = 1; ; number++) {
      var due = review(before.day(), events);
      var slot = REVIEW + number;
      dates.add(new Computed(slot, due.from(), due.settled() || before.held(), due.deadline()));
      before = around(slot, REVIEW_LIST + number, REVIEW_FILED + number, due.deadline().lastDay());
      if (!before.held()) {
        return;
      }
    }
  }

  private record Review(LocalDate from, boolean settled, Deadline deadline) {}

  /// The earliest wins: so many months after the last meeting, or so many days after something
  /// important happened since.
  private Review review(LocalDate last, Collection<LocalDate> events) {
    var usual = new Review(last, false, rules.deadline(RuleId.MAPPING_REVIEW, last, calendar));
    Review sooner = null;
    for (var event : events) {
      if (event.isAfter(last)) {
        var due = rules.deadline(RuleId.REVIEW_AFTER_EVENT, event, calendar);
        if (sooner == null || due.lastDay().isBefore(sooner.deadline().lastDay())) {
          sooner = new Review(event, true, due);
        }
      }
    }
    return earliest(usual, sooner);
  }

  private static Review earliest(Review usual, @Nullable Review sooner) {
    if (sooner == null) {
      return usual;
    }
    boolean wins = sooner.deadline().lastDay().isBefore(usual.deadline().lastDay());
    var first = wins ? sooner : usual;
    var other = wins ? usual : sooner;
    var explained =
        "%s The earliest day wins; the other one was %s."
            .formatted(first.deadline().explanation(), other.deadline().due().words());
    return new Review(
        first.from(),
        first.settled(),
        new Deadline(
            first.deadline().due(),
            first.deadline().rule(),
            explained,
            first.deadline().passedOver()));
  }
}
