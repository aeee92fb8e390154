package org.sightline.people;

/// What kind of statement it is (RR-07).
public enum Label {
  FACT,
  OPINION,
  REPORTED,
  OWN_WORDS
}
