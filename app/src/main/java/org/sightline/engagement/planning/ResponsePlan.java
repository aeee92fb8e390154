package org.sightline.engagement.planning;

import org.sightline.kernel.UserId;

/// What happens when somebody discloses harm: who on the staff takes it, and by which pathway (A08,
/// A09).
///
/// @param lead normally the safeguarding lead
/// @param pathway where it goes from there, in the school's words; sealed
public record ResponsePlan(UserId lead, String pathway) {

  public ResponsePlan {
    if (pathway.isBlank()) {
      throw new IllegalArgumentException("A response plan needs its pathway");
    }
  }
}
