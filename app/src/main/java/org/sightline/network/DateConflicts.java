package org.sightline.network;

import static org.sightline.network.ExerciseDates.FIRST;
import static org.sightline.network.ExerciseDates.FIRST_LIST;
import static org.sightline.network.ExerciseDates.PARTNERS;
import static org.sightline.network.ExerciseDates.PARTNERS_LIST;
import static org.sightline.network.ExerciseDates.REVIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.DueDate;

/// Dates that cannot all be kept. They are said when an exercise is opened and for as long as that
/// is so, with the days; nothing is moved by itself.
public final class DateConflicts {

  private DateConflicts() {}

  /// What cannot be kept.
  ///
  /// @param days in the order in which the sentence of this kind names them
  public record Conflict(Kind kind, String slot, List<LocalDate> days) {}

  /// Each has a sentence of its own.
  public enum Kind {
    /// It was over before the exercise was opened.
    PASSED_BEFORE_OPENING,
    /// The list would have to be out before anybody could know of it.
    LIST_BEFORE_IDENTIFIED,
    /// The list would have to be out before the session that says who is invited.
    LIST_BEFORE_FIRST_SESSION,
    /// The list can only be late, if the session keeps its own day.
    LIST_TOO_LATE,
    /// The meeting is planned for a day after its last.
    PLANNED_TOO_LATE,
    /// The review comes before the partners have met.
    REVIEW_BEFORE_PARTNERS
  }

  /// @param opened the day the exercise was opened
  public static List<Conflict> of(
      List<DueDate> dates, LocalDate identified, LocalDate opened, LocalDate today) {
    Map<String, DueDate> by =
        dates.stream().collect(Collectors.toMap(DueDate::slot, Function.identity()));
    var found = new ArrayList<Conflict>();
    var first = by.get(FIRST);
    if (first != null && open(first) && first.due().isBefore(opened)) {
      found.add(new Conflict(Kind.PASSED_BEFORE_OPENING, FIRST, List.of(first.due(), opened)));
    }
    list(found, by.get(FIRST_LIST), first, identified, Kind.LIST_BEFORE_IDENTIFIED, today);
    var partners = by.get(PARTNERS);
    if (first != null) {
      list(
          found,
          by.get(PARTNERS_LIST),
          partners,
          first.expected(),
          Kind.LIST_BEFORE_FIRST_SESSION,
          today);
    }
    for (var date : dates) {
      var day = date.said().day();
      if (date.said().kind() == DueDate.Kind.PLANNED && day != null && day.isAfter(date.due())) {
        found.add(new Conflict(Kind.PLANNED_TOO_LATE, date.slot(), List.of(day, date.due())));
      }
    }
    var review = by.get(REVIEW + 1);
    if (review != null
        && open(review)
        && partners != null
        && review.due().isBefore(partners.expected())) {
      found.add(
          new Conflict(
              Kind.REVIEW_BEFORE_PARTNERS, REVIEW + 1, List.of(review.due(), partners.expected())));
    }
    return found;
  }

  private static void list(
      List<Conflict> found,
      @Nullable DueDate list,
      @Nullable DueDate session,
      LocalDate notBefore,
      Kind kind,
      LocalDate today) {
    if (list == null || !open(list) || session == null || session.isDone()) {
      return;
    }
    if (list.due().isBefore(notBefore)) {
      found.add(
          new Conflict(kind, list.slot(), List.of(list.due(), notBefore, session.expected())));
    } else if (list.due().isBefore(today) && !session.expected().isBefore(today)) {
      found.add(
          new Conflict(
              Kind.LIST_TOO_LATE, list.slot(), List.of(list.due(), session.expected(), today)));
    }
  }

  private static boolean open(DueDate date) {
    return date.said().kind() == DueDate.Kind.OPEN || date.said().kind() == DueDate.Kind.PLANNED;
  }
}
