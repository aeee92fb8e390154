package org.sightline.network.map;

/// What joins two.
public enum LineKind {
  FRIENDS,
  FAMILY,
  PARTNERS,
  KNOW_EACH_OTHER,
  SEEN_TOGETHER,
  IN_CONTACT_ONLINE,
  IN_CONFLICT,
  /// A person and a group.
  PART_OF,
  /// A person and a place.
  GOES_THERE,
  LIVES_THERE,
  /// A person and an incident.
  INVOLVED,
  /// What a gap is about.
  ABOUT,
  SOMETHING_ELSE
}
