package org.sightline.concerns;

import static org.sightline.concerns.StepKind.CLOSED;
import static org.sightline.concerns.StepKind.DECIDED;
import static org.sightline.concerns.StepKind.NOTED;
import static org.sightline.concerns.StepKind.PASSED_ON;
import static org.sightline.concerns.StepKind.PASSED_TO_COUNCIL;
import static org.sightline.concerns.StepKind.REOPENED;
import static org.sightline.concerns.StepKind.SEEN;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a concern stands, and the table of what may happen then.
public enum ConcernState {
  WAITING,
  LOOKED_AT,
  SETTLED,
  ENDED;

  /// Every lawful step from every state, with the state after it. What is not here is refused:
  /// nothing is decided unread, and nothing ends but by [StepKind#CLOSED], which carries an outcome
  /// and a reason.
  private static final Map<ConcernState, Map<StepKind, ConcernState>> AFTER =
      new EnumMap<>(
          Map.of(
              WAITING,
              Map.of(SEEN, LOOKED_AT, PASSED_ON, WAITING, PASSED_TO_COUNCIL, WAITING),
              LOOKED_AT,
              Map.of(
                  NOTED, LOOKED_AT,
                  DECIDED, SETTLED,
                  CLOSED, ENDED,
                  PASSED_ON, LOOKED_AT,
                  PASSED_TO_COUNCIL, LOOKED_AT),
              SETTLED,
              Map.of(NOTED, SETTLED, DECIDED, SETTLED, CLOSED, ENDED),
              ENDED,
              Map.of(NOTED, ENDED, REOPENED, LOOKED_AT)));

  /// The state after a step, or empty where the step is not lawful.
  public Optional<ConcernState> after(StepKind step) {
    return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
  }

  Set<StepKind> lawful() {
    return AFTER.getOrDefault(this, Map.of()).keySet();
  }

  /// Why a step that is not lawful is refused, and what to do first.
  String refusal() {
    return switch (this) {
      case WAITING -> "Nobody has looked at this concern yet. Open it first.";
      case LOOKED_AT, SETTLED ->
          "This concern is open. It can only be opened again once it is closed.";
      case ENDED -> "This concern is closed. Open it again first, with the reason.";
    };
  }

  /// Of its words: `concerns.state.waiting`.
  public String key() {
    return "concerns.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
