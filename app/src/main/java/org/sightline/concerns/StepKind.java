package org.sightline.concerns;

/// What can happen to a concern.
public enum StepKind {
  SEEN,
  NOTED,
  DECIDED,
  CLOSED,
  REOPENED,
  /// By the clock: the next readers have it too.
  PASSED_ON,
  /// By the clock: children's social care must be rung today.
  PASSED_TO_COUNCIL;

  boolean isByTheClock() {
    return this == PASSED_ON || this == PASSED_TO_COUNCIL;
  }

  boolean hasOutcome() {
    return this == DECIDED || this == CLOSED;
  }

  boolean hasWords() {
    return this != SEEN && !isByTheClock();
  }

  /// Under which `docs/data-protection/processes.md` lists it.
  String act() {
    return switch (this) {
      case SEEN -> "concerns.concern-seen";
      case NOTED -> "concerns.concern-noted";
      case DECIDED -> "concerns.concern-decided";
      case CLOSED -> "concerns.concern-closed";
      case REOPENED -> "concerns.concern-reopened";
      case PASSED_ON -> "concerns.concern-passed-on";
      case PASSED_TO_COUNCIL -> "concerns.concern-passed-to-council";
    };
  }
}
