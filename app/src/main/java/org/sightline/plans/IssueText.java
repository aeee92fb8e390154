package org.sightline.plans;

import org.jspecify.annotations.Nullable;

/// What is written down about an issue; all of it can be reworded, and the old wording stays.
///
/// @param place its name as it was then; never a person's
/// @param said what students or staff said, for those who hold the plan
/// @param forStudents the same in words students may read, or `null` while there are none
/// @param outsideSchool whether the place is the council's to change (A34)
/// @param route where it goes when one adult is in charge, else `null`
/// @param heldBack whether students are not told while it is being looked at
public record IssueText(
    String place,
    @Nullable String said,
    @Nullable String forStudents,
    boolean outsideSchool,
    @Nullable Route route,
    boolean heldBack) {

  public IssueText {
    if (place.isBlank()) {
      throw new IllegalArgumentException("An issue needs the name of its place");
    }
  }

  public boolean isSensitive() {
    return route != null;
  }

  IssueText onRoute(Route newRoute) {
    return new IssueText(place, said, forStudents, outsideSchool, newRoute, heldBack);
  }
}
