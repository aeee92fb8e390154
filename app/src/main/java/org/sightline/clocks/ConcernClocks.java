package org.sightline.clocks;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// The clocks on a concern: seen, decided, then the deputy's turn and the council's (ST-13).
///
/// @param seen by when the safeguarding lead has seen it
/// @param decided by when the lead has decided what to do
public record ConcernClocks(
    Deadline seen, Deadline decided, RuleBook rules, SchoolCalendar calendar) {

  /// Who has to act.
  public enum Turn {
    LEAD,
    DEPUTY,
    COUNCIL,
    NOBODY
  }

  public static ConcernClocks of(RuleBook rules, ZonedDateTime raised, SchoolCalendar calendar) {
    return new ConcernClocks(
        rules.deadline(RuleId.CONCERN_SEEN, raised, calendar),
        rules.deadline(RuleId.CONCERN_DECIDED, raised, calendar),
        rules,
        calendar);
  }

  /// Whose turn it is at a moment. What was missed stays missed: seeing it late does not take it
  /// back from the deputy, only deciding ends it.
  ///
  /// @param seenAt when it was seen, or `null`
  /// @param decidedAt when it was decided, or `null`
  public Turn turn(
      ZonedDateTime now, @Nullable ZonedDateTime seenAt, @Nullable ZonedDateTime decidedAt) {
    if (decidedAt != null && !decidedAt.isAfter(now)) {
      return Turn.NOBODY;
    }
    var missed = firstMissed(seenAt);
    if (now.toInstant().isBefore(missed.due().endsAt())) {
      return Turn.LEAD;
    }
    return now.toInstant().isBefore(deputy(seenAt).due().endsAt()) ? Turn.DEPUTY : Turn.COUNCIL;
  }

  /// By when the deputy has to act, should the lead miss a clock.
  public Deadline deputy(@Nullable ZonedDateTime seenAt) {
    var missed = firstMissed(seenAt);
    return rules.deadline(
        RuleId.CONCERN_DEPUTY, missed.due().endsAt().atZone(Days.LONDON).minusNanos(1), calendar);
  }

  private Deadline firstMissed(@Nullable ZonedDateTime seenAt) {
    var seenInTime = seenAt != null && seenAt.toInstant().isBefore(seen.due().endsAt());
    return seenInTime || decided.due().endsAt().isBefore(seen.due().endsAt()) ? decided : seen;
  }
}
