package org.sightline.plans;

/// What a review of an action found.
public enum Finding {
  SAFER,
  SAME,
  MOVED,
  WORSE
}
