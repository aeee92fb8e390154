package org.sightline.kernel;

/// What somebody does in a workspace. A role opens nothing by itself: it is held in a membership,
/// from a date to a date.
public enum Role {
  ROUND_OWNER,
  FACILITATOR,
  SAFEGUARDING_LEAD,
  DEPUTY_LEAD,
  HEAD,
  ADMINISTRATOR,
  GOVERNANCE,
  CHAIR,
  PRACTITIONER,
  ANALYST
}
