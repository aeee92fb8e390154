package org.sightline.plans.agreed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Progress;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// An action as it stands, with everything that was said of it.
///
/// @param target what it answers, or `null` when it answers the whole piece of work
/// @param version of its terms, from one
/// @param progress its light today; of what is closed without being done, how it stood on the day
/// @param updates the first first, those that were taken back too
/// @param isTakenBack whether it turned out not to be agreed
/// @param by who agreed it, and when
public record AgreedAction(
    UUID id,
    WorkspaceId work,
    @Nullable ActionTarget target,
    int version,
    ActionTerms terms,
    Progress progress,
    List<Update> updates,
    boolean isTakenBack,
    UserId by,
    Instant at) {

  public AgreedAction {
    updates = List.copyOf(updates);
  }

  /// How far an action is. Whatever is not going on closes it.
  public enum State {
    GOING_ON,
    DONE,
    NOT_POSSIBLE,
    NOT_NEEDED
  }

  /// What somebody said of how far it is.
  ///
  /// @param words how far, or why not
  /// @param day it was done or said, in London
  public record Update(
      UUID id,
      State state,
      String words,
      LocalDate day,
      boolean isTakenBack,
      UserId by,
      Instant at) {}

  /// What was said last and not taken back; `null` when nothing was.
  public @Nullable Update last() {
    return updates.reversed().stream().filter(one -> !one.isTakenBack()).findFirst().orElse(null);
  }

  public State state() {
    var last = last();
    return last == null ? State.GOING_ON : last.state();
  }

  /// Whether it is still to be done.
  public boolean isOutstanding() {
    return !isTakenBack && state() == State.GOING_ON;
  }

  /// The day of the last update, or `null` before there is one (B68).
  public @Nullable LocalDate lastUpdated() {
    var last = last();
    return last == null ? null : last.day();
  }

  public boolean answers(UUID other) {
    return target != null && target.id().equals(other);
  }
}
