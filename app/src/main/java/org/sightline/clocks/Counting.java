package org.sightline.clocks;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Counts one rule on one calendar and keeps the reasons.
///
/// 1. The day that starts the clock is not counted; the last day is, to its end.
/// 2. Working and school days pass over days off; calendar days and months do not.
/// 3. A month later is the same day of that month, or its last day if it has no such day.
/// 4. If the rule says so, a last day that is a day off moves later, never earlier (security.md
///    5.5).
/// 5. What is counted back goes the other way: what is due before a day and falls on a day off
///    moves earlier.
final class Counting {

  private final Rule rule;
  private final SchoolCalendar calendar;
  private final List<DayOff> passedOver = new ArrayList<>();

  Counting(Rule rule, SchoolCalendar calendar) {
    this.rule = rule;
    this.calendar = calendar;
  }

  Deadline from(LocalDate started) {
    if (rule.kind() == Kind.ELAPSED_HOURS) {
      throw new IllegalArgumentException(
          "%s counts hours, so it needs the time of day it started, not only %s"
              .formatted(rule.id(), started));
    }
    return onDay(started, started, "");
  }

  Deadline from(ZonedDateTime started) {
    var inLondon = started.withZoneSameInstant(Days.LONDON);
    if (rule.kind() == Kind.ELAPSED_HOURS) {
      return atTime(inLondon);
    }
    var day = inLondon.toLocalDate();
    var latest = rule.latest();
    if (latest == null || inLondon.toLocalTime().isBefore(latest) || !calendar.isWorkingDay(day)) {
      return onDay(day, day, "");
    }
    var late = " It came at or after %s, so it counts for the next working day.".formatted(latest);
    return onDay(day, day.plusDays(1), late);
  }

  /// Hours are counted as they pass, so the clocks going forward make 72 hours end an hour later.
  private Deadline atTime(ZonedDateTime started) {
    var due = new Due.AtTime(started.plusHours(rule.amount()));
    var explanation =
        "%s after %s, %s, is %s. Nights, weekends and holidays count."
            .formatted(rule.length(), Days.inWords(started), rule.trigger(), due.words());
    return new Deadline(due, rule.id(), explanation, List.of());
  }

  private Deadline onDay(LocalDate started, LocalDate countedFrom, String note) {
    var counted = count(countedFrom);
    var before = passedOver.size();
    var last = land(counted);
    var explanation = new StringBuilder(opening(started, counted)).append(note);
    if (before > 0) {
      explanation.append(" Not counted: %s.".formatted(words(passedOver.subList(0, before))));
    }
    if (!last.equals(counted)) {
      var why = words(passedOver.subList(before, passedOver.size()));
      explanation.append(
          " The date %s: passed over are %s. The last day is %s."
              .formatted(rule.landing().words(rule.isBefore()), why, Days.inWords(last)));
    }
    if (needsSchoolCalendar()) {
      explanation.append(unknownHolidays(last));
    }
    return new Deadline(new Due.OnDay(last), rule.id(), explanation.toString(), passedOver);
  }

  private LocalDate count(LocalDate from) {
    return switch (rule.kind()) {
      case CALENDAR_DAYS -> from.plusDays((long) step() * rule.amount());
      case CALENDAR_MONTHS -> from.plusMonths((long) step() * rule.amount());
      case WORKING_DAYS -> countDays(from, calendar::whyNotWorking);
      case SCHOOL_DAYS -> countDays(from, calendar::whyNoSchool);
      case NEXT_WORKING_DAY -> firstOpen(from.plusDays(1), calendar::whyNotWorking);
      // A school holiday may last six weeks and a worry must not wait for it: outside school days
      // the clock runs by working days.
      case SAME_SCHOOL_DAY -> firstOpen(from, calendar::whyNotWorking);
      case ELAPSED_HOURS -> throw new IllegalStateException("Hours are counted from a moment");
    };
  }

  private LocalDate countDays(LocalDate from, Function<LocalDate, Optional<DayOff>> whyOff) {
    var day = from;
    for (int counted = 0; counted < rule.amount(); counted++) {
      day = firstOpen(day.plusDays(step()), whyOff);
    }
    return day;
  }

  private int step() {
    return rule.isBefore() ? -1 : 1;
  }

  private LocalDate land(LocalDate day) {
    return switch (rule.landing()) {
      case ANY_DAY -> day;
      case WORKING_DAY -> firstOpen(day, calendar::whyNotWorking);
      case SCHOOL_DAY -> firstOpen(day, calendar::whyNoSchool);
    };
  }

  private LocalDate firstOpen(LocalDate from, Function<LocalDate, Optional<DayOff>> whyOff) {
    var day = from;
    for (var off = whyOff.apply(day); off.isPresent(); off = whyOff.apply(day)) {
      passOver(off.get());
      day = day.plusDays(step());
    }
    return day;
  }

  private void passOver(DayOff off) {
    if (!passedOver.isEmpty() && passedOver.getLast().continuesWith(off)) {
      var longer = new DayOff(passedOver.getLast().first(), off.last(), off.reason(), off.name());
      passedOver.set(passedOver.size() - 1, longer);
    } else if (!passedOver.isEmpty() && off.continuesWith(passedOver.getLast())) {
      var longer = new DayOff(off.first(), passedOver.getLast().last(), off.reason(), off.name());
      passedOver.set(passedOver.size() - 1, longer);
    } else {
      passedOver.add(off);
    }
  }

  private String opening(LocalDate started, LocalDate counted) {
    var start = Days.inWords(started);
    var end = Days.inWords(counted);
    return switch (rule.kind()) {
      case SAME_SCHOOL_DAY ->
          "Due by the end of the same school day or, outside school, of the next working day. From %s, %s, that is %s."
              .formatted(start, rule.trigger(), end);
      case NEXT_WORKING_DAY ->
          "The next working day after %s, %s, is %s.".formatted(start, rule.trigger(), end);
      case CALENDAR_DAYS, CALENDAR_MONTHS, WORKING_DAYS, SCHOOL_DAYS, ELAPSED_HOURS ->
          "%s %s %s, %s, is %s; the first day is not counted, the last is, to midnight."
              .formatted(rule.length(), rule.direction(), start, rule.trigger(), end);
    };
  }

  private boolean needsSchoolCalendar() {
    return rule.kind() == Kind.SCHOOL_DAYS || rule.landing() == Landing.SCHOOL_DAY;
  }

  private String unknownHolidays(LocalDate last) {
    var known = calendar.knownUntil();
    if (known.isPresent() && !known.get().isBefore(last)) {
      return "";
    }
    return known
        .map(day -> " School holidays after %s have not been entered.".formatted(Days.inWords(day)))
        .orElse(" No school holidays have been entered.");
  }

  private static String words(List<DayOff> days) {
    return String.join(", ", days.stream().map(DayOff::words).toList());
  }
}
