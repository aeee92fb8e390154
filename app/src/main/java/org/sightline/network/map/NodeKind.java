package org.sightline.network.map;

/// What can stand on a map.
public enum NodeKind {
  YOUNG_PERSON,
  ADULT,
  /// Somebody known to be there and not who it is: "Unknown adult 2" (B38).
  UNKNOWN_PERSON,
  PEER_GROUP,
  SCHOOL,
  HOME,
  PLACE,
  ONLINE_SPACE,
  ROUTE,
  INCIDENT,
  /// A question nobody can answer yet (B06).
  GAP;

  public boolean isPerson() {
    return this == YOUNG_PERSON || this == ADULT || this == UNKNOWN_PERSON;
  }

  /// Where people are, in the world or online.
  public boolean isPlace() {
    return this == SCHOOL || this == HOME || this == PLACE || this == ONLINE_SPACE || this == ROUTE;
  }
}
