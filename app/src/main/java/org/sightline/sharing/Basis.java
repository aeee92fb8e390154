package org.sightline.sharing;

/// The legal gateway of an agreement, or of a decision to share without one (EX-01).
public enum Basis {
  /// Children Act 2004, section 16LA.
  DUTY_TO_SHARE,
  /// Children Act 2004, sections 11 and 16H.
  COOPERATION,
  /// Crime and Disorder Act 1998, section 115.
  CRIME_AND_DISORDER,
  COURT_OR_STATUTE,
  PUBLIC_TASK
}
