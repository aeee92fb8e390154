package org.sightline.engagement.pictures;

/// What is shown of a zone while there are too few maps for counts (practice.md, Small groups).
public enum Band {
  HOT,
  MIXED,
  COOL,
  /// Too few maps to say anything.
  WAITING
}
