package org.sightline.access;

/// What somebody has a piece of work open for, said once for each sign-in (AC-03). Which of these
/// there are to choose from, the agreements the work relies on decide.
public enum OpeningPurpose {
  IDENTIFY,
  ASSESS,
  PLAN,
  DISRUPT,
  AUDIT;

  /// What whoever states this as the purpose of a piece of work has it open for: a problem profile
  /// is made to find out who and where.
  static OpeningPurpose of(WorkPurpose stated) {
    return switch (stated) {
      case IDENTIFY, PROFILE -> IDENTIFY;
      case ASSESS -> ASSESS;
      case PLAN -> PLAN;
      case DISRUPT -> DISRUPT;
    };
  }
}
