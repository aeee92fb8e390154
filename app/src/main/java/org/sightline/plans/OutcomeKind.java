package org.sightline.plans;

/// The four outcomes of an issue, without their details.
public enum OutcomeKind {
  PLANNED,
  COUNCIL,
  REFERRED,
  NO_ACTION
}
