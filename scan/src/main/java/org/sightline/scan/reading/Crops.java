package org.sightline.scan.reading;

/// Of which zones a picture is handed back.
public enum Crops {
  NONE,
  DOUBTFUL,
  ALL
}
