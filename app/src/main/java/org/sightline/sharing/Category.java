package org.sightline.sharing;

/// What kind of data something is: agreements list these, and restrict some (E42).
public enum Category {
  PLACES,
  MEASURES,
  IDENTITY,
  CONTACT,
  EDUCATION,
  SOCIAL_CARE,
  HEALTH,
  OFFENDING,
  PEERS,
  INTELLIGENCE
}
