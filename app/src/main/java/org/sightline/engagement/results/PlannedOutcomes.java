package org.sightline.engagement.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Issue;
import org.sightline.plans.IssueText;
import org.sightline.plans.NewIssue;
import org.sightline.plans.Plans;
import org.sightline.plans.Route;
import org.sightline.plans.Source;
import org.springframework.stereotype.Component;

/// What becomes of red zones is kept in the intervention plan (A33, A66).
@Component
class PlannedOutcomes implements ZoneOutcomes {

  private final Plans plans;

  PlannedOutcomes(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Map<ZoneKey, Standing> standing(SignedIn who, WorkspaceId round) {
    List<UUID> withMeasure = plans.zonesWithMeasure(who, round);
    var standing = new HashMap<ZoneKey, Standing>();
    for (Issue issue : plans.issuesOf(who, round)) {
      UUID zone = issue.zone();
      if (zone != null) {
        Standing here =
            withMeasure.contains(zone)
                ? Standing.MEASURE
                : issue.hasOutcome() ? Standing.DECIDED : Standing.RAISED;
        standing.merge(new ZoneKey(zone.toString()), here, PlannedOutcomes::further);
      }
    }
    return standing;
  }

  @Override
  public void raise(SignedIn who, WorkspaceId round, List<Red> zones) {
    for (Red red : zones) {
      var text =
          new IssueText(
              red.name(), null, null, false, red.oneAdult() ? Route.HEAD : null, red.oneAdult());
      plans.raiseIssue(
          who,
          round,
          new NewIssue(UUID.fromString(red.zone().value()), Source.MARKS, text, red.hottest()));
    }
  }

  private static Standing further(Standing one, Standing other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
