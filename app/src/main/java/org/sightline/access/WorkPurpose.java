package org.sightline.access;

/// What a piece of work is for: one at a time, told apart (H10, C01). A change has an author and a
/// reason.
public enum WorkPurpose {
  IDENTIFY,
  ASSESS,
  PLAN,
  DISRUPT,
  PROFILE
}
