package org.sightline.engagement.planning;

import java.util.List;
import org.sightline.contexts.floorplans.PlanVersion;

/// Starting a round: its title, its plan of the school, and an earlier round to compare with.
///
/// @param plans the newest version of each plan; empty when none is drawn yet
public record NewRoundPage(List<PlanVersion> plans, List<Round> earlier, Filled filled) {

  public NewRoundPage {
    plans = List.copyOf(plans);
    earlier = List.copyOf(earlier);
  }
}
