package org.sightline.people;

/// Whom a record is about. Somebody unknown is a person too ("Unknown adult 2").
public enum PersonKind {
  YOUNG_PERSON,
  ADULT,
  UNKNOWN
}
