package org.sightline.plans;

import org.jspecify.annotations.Nullable;

/// What becomes of an issue (A33).
public sealed interface Outcome {

  /// At least one action is planned.
  record Planned() implements Outcome {}

  /// Raised with the council in a letter, for places outside school (A35).
  record RaisedWithCouncil(CouncilLetter letter) implements Outcome {}

  /// Passed to somebody else.
  ///
  /// @param forStudents what students are told of it, or `null`
  record Referred(String to, @Nullable String reason, @Nullable String forStudents)
      implements Outcome {}

  /// Nothing is done, for a reason.
  ///
  /// @param forStudents what students are told of it, or `null`
  record NoAction(String reason, @Nullable String forStudents) implements Outcome {}

  default OutcomeKind kind() {
    return switch (this) {
      case Planned planned -> OutcomeKind.PLANNED;
      case RaisedWithCouncil raised -> OutcomeKind.COUNCIL;
      case Referred referred -> OutcomeKind.REFERRED;
      case NoAction none -> OutcomeKind.NO_ACTION;
    };
  }
}
