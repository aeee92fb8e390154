package org.sightline.sharing;

/// Whether something is about one person, a group or a place (E45).
public enum AboutKind {
  PERSON,
  GROUP,
  PLACE
}
