package org.sightline.engagement.results.scores;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.engagement.planning.Round;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// Plans of rounds, kept in memory: finding where each zone has room for its label takes longer
/// than everything else on the page. Only for readers to whom the round is open.
@Component
class RoundPlans {

  private static final int KEPT = 50;

  private final FloorPlans plans;
  private final Map<PlanVersionId, RoundPlan> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PlanVersionId, RoundPlan> eldest) {
          return size() > KEPT;
        }
      };

  RoundPlans(FloorPlans plans) {
    this.plans = plans;
  }

  /// @param round as it was found for this reader
  RoundPlan of(SignedIn who, Round round) {
    synchronized (kept) {
      var found = kept.get(round.planVersion());
      if (found != null) {
        return found;
      }
    }
    var read = RoundPlan.of(plans.version(who, round.planVersion()));
    synchronized (kept) {
      kept.put(round.planVersion(), read);
    }
    return read;
  }
}
