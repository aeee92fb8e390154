package org.sightline.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// A concern as its readers see it, without what it says.
///
/// @param danger whether the raiser thought somebody may be in danger
/// @param aboutAdult whether it is about an adult of the school
/// @param barredUsers who held a barred role when it was raised, and never reads it
/// @param steps what happened to it, in order
public record Concern(
    ConcernId id,
    WorkspaceId school,
    Way way,
    Stage stage,
    UserId raisedBy,
    Instant raisedAt,
    Instant receivedAt,
    boolean danger,
    boolean aboutAdult,
    Route route,
    List<UserId> barredUsers,
    boolean passedOn,
    List<Step> steps) {

  public Concern {
    barredUsers = List.copyOf(barredUsers);
    steps = List.copyOf(steps);
  }

  /// The time in which it has to be seen and decided: from when it was raised, and again from every
  /// opening again.
  ///
  /// @param seenAt or `null` while nobody has looked
  /// @param decidedAt or `null` while nobody has decided
  record Cycle(Instant from, @Nullable Instant seenAt, @Nullable Instant decidedAt) {}

  public ConcernState state() {
    var state = ConcernState.WAITING;
    for (Step step : steps) {
      var before = state;
      state =
          before
              .after(step.kind())
              .orElseThrow(
                  () -> new IllegalStateException("%s after %s".formatted(step.kind(), before)));
    }
    return state;
  }

  /// The number of its last step; a change says which one it has seen.
  public int version() {
    return steps.size();
  }

  /// Whether somebody with these roles at its school may read it.
  boolean isOpenTo(UserId user, Set<Role> held) {
    return !barredUsers.contains(user) && route.opensTo(held, passedOn);
  }

  /// Whether somebody may be in danger and nobody has looked.
  public boolean isUnseenDanger() {
    return danger && state() == ConcernState.WAITING;
  }

  int cycle() {
    return cycles(raisedAt, steps).size() - 1;
  }

  List<Cycle> cycles() {
    return cycles(raisedAt, steps);
  }

  static List<Cycle> cycles(Instant raisedAt, List<Step> steps) {
    var cycles = new ArrayList<Cycle>();
    var current = new Cycle(raisedAt, null, null);
    for (Step step : steps) {
      switch (step.kind()) {
        case SEEN -> current = new Cycle(current.from(), step.at(), current.decidedAt());
        case DECIDED, CLOSED -> {
          if (current.decidedAt() == null) {
            current = new Cycle(current.from(), current.seenAt(), step.at());
          }
        }
        case REOPENED -> {
          cycles.add(current);
          current = new Cycle(step.at(), step.at(), null);
        }
        case NOTED, PASSED_ON, PASSED_TO_COUNCIL -> {}
      }
    }
    cycles.add(current);
    return cycles;
  }
}
