package org.sightline.people;

/// Whose number it is: two kinds that are the same everywhere, and those of one agency.
public enum IdentifierKind {
  NHS_NUMBER,
  UPN,
  CASE_NUMBER,
  OTHER;

  public boolean isOfAnAgency() {
    return this == CASE_NUMBER || this == OTHER;
  }
}
