package org.sightline.plans;

/// What made a version of an action.
public enum Step {
  ADDED,
  CHANGED,
  DONE,
  NOT_DONE,
  REVIEWED,
  TAKEN_OUT,
  PUT_BACK
}
