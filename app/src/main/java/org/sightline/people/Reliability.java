package org.sightline.people;

/// How sure one can be, in plain words (practice.md, The mapping meeting).
public enum Reliability {
  CHECKED,
  LIKELY,
  UNSURE,
  DOUBTED,
  NOT_KNOWN
}
