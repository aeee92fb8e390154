package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// One sitting with one group of four to eight students.
///
/// @param number from 1 within its round
/// @param version counts the saves, so that nobody overwrites what they have not seen
/// @param tag printed at the head of every slip code of this session
/// @param classCode what young people type to join; six letters
/// @param lastDay the printed last day on which a slip code takes a map out
/// @param facilitators of the staff; a trained student beside them has no account, and is an answer
///     of the set-up ([SetUpState#studentFacilitator])
/// @param stepsDone of the nine set-up steps, by id (A10)
public record Session(
    SessionId id,
    WorkspaceId round,
    int number,
    int version,
    SessionDetails details,
    @Nullable ResponsePlan responsePlan,
    SessionTag tag,
    String classCode,
    LocalDate lastDay,
    Set<UserId> facilitators,
    Set<String> stepsDone,
    @Nullable LocalDate startedOn,
    @Nullable Closure closure) {

  /// How it ended: how many maps went out and came in, and nothing else.
  public record Closure(LocalDate on, UserId by, int mapsOut, int mapsIn) {}

  /// Where a session is in its life.
  public enum State {
    PLANNED,
    OPEN,
    CLOSED
  }

  public Session {
    facilitators = Set.copyOf(facilitators);
    stepsDone = Set.copyOf(stepsDone);
  }

  public State state() {
    if (closure != null) {
      return State.CLOSED;
    }
    return startedOn == null ? State.PLANNED : State.OPEN;
  }
}
