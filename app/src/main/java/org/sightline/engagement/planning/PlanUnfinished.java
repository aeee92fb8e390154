package org.sightline.engagement.planning;

import org.sightline.kernel.Refused;

/// The round's plan is not finished, and whoever ends the round has not said that they know (A33,
/// A66).
final class PlanUnfinished extends Refused {

  private static final long serialVersionUID = 1L;

  PlanUnfinished() {
    super("The plan of this round is not finished. Open the page again: it says what is missing.");
  }
}
