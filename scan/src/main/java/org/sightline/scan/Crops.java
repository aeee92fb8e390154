package org.sightline.scan;

/// Of which zones a picture is handed back.
public enum Crops {
  NONE,
  DOUBTFUL,
  /// The doubtful, and about every tenth of the others, so that a person can check the reader.
  FOR_REVIEW,
  ALL
}
