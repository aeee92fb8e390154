package org.sightline.plans;

/// What a contact at the council is for (A35, A36; practice.md 6 and 8).
public enum ContactUse {
  /// Places outside school: parks, bus stops, shops. Letters go there.
  PLACES,
  /// Children's social care of the area the school lies in: rung about a concern, and asked by mail
  /// to ring when one has waited too long.
  CONCERNS,
  /// Children's social care of another area, for young people who live there: rung, never mailed.
  CONCERNS_ELSEWHERE,
  /// The designated officer for allegations about adults.
  DESIGNATED_OFFICER;

  public boolean isForConcerns() {
    return this == CONCERNS || this == CONCERNS_ELSEWHERE;
  }
}
