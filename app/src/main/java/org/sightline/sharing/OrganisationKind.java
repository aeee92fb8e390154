package org.sightline.sharing;

/// What an organisation does.
public enum OrganisationKind {
  SCHOOL,
  SOCIAL_CARE,
  POLICE,
  YOUTH_JUSTICE,
  HEALTH,
  HOUSING,
  VOLUNTARY,
  COUNCIL,
  OTHER
}
