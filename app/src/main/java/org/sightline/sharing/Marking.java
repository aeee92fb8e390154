package org.sightline.sharing;

/// What a share is used for where it arrives: work with somebody, or a picture of many (E45).
public enum Marking {
  CASE_MANAGEMENT,
  PROFILING
}
