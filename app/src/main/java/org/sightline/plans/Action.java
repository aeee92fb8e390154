package org.sightline.plans;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Progress;
import org.sightline.kernel.UserId;

/// A version of an action; the highest holds.
///
/// @param step what made this version
/// @param done who and when, or `null`
/// @param reviewOn when it is looked at, or looked at again; `null` before it is done
/// @param review what the last review found, or `null`
/// @param progress its light on the day it was asked for
public record Action(
    ActionId id,
    IssueId issue,
    int version,
    Step step,
    ActionTerms terms,
    @Nullable Done done,
    @Nullable LocalDate reviewOn,
    @Nullable Review review,
    UserId by,
    Instant at,
    Progress progress) {

  /// That it was done, as somebody recorded it.
  public record Done(LocalDate on, UserId recordedBy) {}

  public record Review(Finding finding, @Nullable String note) {}

  public boolean isTakenOut() {
    return step == Step.TAKEN_OUT;
  }
}
