package org.sightline.scan;

/// Of which zones a picture is handed back.
public enum Crops {
  NONE,
  DOUBTFUL,
  ALL
}
