package org.sightline.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A date a piece of work has to keep, as it was computed, and what was said of it since.
///
/// @param slot which date it is, such as `FIRST_MAPPING` or `REVIEW-2`
/// @param version of the date, from one: each keeps the rule it was computed by
/// @param started the day it was counted from
/// @param due the last day on which it is in time
/// @param warned the day from which people are warned
/// @param settled whether what starts the clock has happened; before, the day is the latest it can
///     be
/// @param explanation how the day came about, in sentences
/// @param source where the rule comes from
/// @param missed an earlier day that had passed when this one was computed, or `null`
/// @param stopped the day on which the piece of work was closed and its clocks stood still, or
///     `null` while they run
public record DueDate(
    String slot,
    int version,
    String rule,
    LocalDate started,
    LocalDate due,
    LocalDate warned,
    boolean settled,
    String explanation,
    String source,
    @Nullable LocalDate missed,
    @Nullable LocalDate stopped,
    Said said) {

  /// What was said of it last.
  ///
  /// @param day it was done on or is planned for; else `null`
  /// @param because why it does not apply; else `null`
  public record Said(
      Kind kind,
      @Nullable LocalDate day,
      @Nullable String because,
      @Nullable UserId by,
      @Nullable Instant at) {

    public static final Said NOTHING = new Said(Kind.OPEN, null, null, null, null);
  }

  /// What can be said.
  public enum Kind {
    OPEN,
    PLANNED,
    DONE,
    EXEMPT
  }

  /// Where it stands; the words come first, a colour only repeats them.
  public enum Light {
    ON_TRACK,
    AT_RISK,
    OVERDUE,
    DONE,
    DONE_LATE,
    EXEMPT,
    /// Not due yet when the piece of work was closed.
    STOPPED
  }

  /// Missed stays missed: what was done late says so for good.
  public Light light(LocalDate today) {
    return switch (said.kind()) {
      case EXEMPT -> Light.EXEMPT;
      case DONE -> daysLate(today) > 0 || missed != null ? Light.DONE_LATE : Light.DONE;
      case OPEN, PLANNED -> {
        if (daysLate(today) > 0) {
          yield Light.OVERDUE;
        }
        if (stopped != null) {
          yield Light.STOPPED;
        }
        boolean plannedLate = said.day() != null && said.day().isAfter(due);
        yield plannedLate || !today.isBefore(warned) ? Light.AT_RISK : Light.ON_TRACK;
      }
    };
  }

  /// How many days after its last day it was done, or is now; 0 in time. What was missed when the
  /// clocks stood still grows no later.
  public long daysLate(LocalDate today) {
    var now = stopped != null && stopped.isBefore(today) ? stopped : today;
    var until = said.kind() == Kind.DONE && said.day() != null ? said.day() : now;
    return Math.max(0, ChronoUnit.DAYS.between(due, until));
  }

  /// The day to count from for what hangs on this: when it was held, is planned, or has to be.
  public LocalDate expected() {
    return said.day() == null ? due : said.day();
  }

  public boolean isDone() {
    return said.kind() == Kind.DONE;
  }
}
