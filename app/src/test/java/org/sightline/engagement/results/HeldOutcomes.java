package org.sightline.engagement.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Raised zones, held in memory and raised in the plan as well.
public final class HeldOutcomes implements ZoneOutcomes {

  private final ZoneOutcomes plan;
  private final Map<WorkspaceId, Map<ZoneKey, Standing>> raised = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, List<Red>> last = new ConcurrentHashMap<>();

  HeldOutcomes(ZoneOutcomes plan) {
    this.plan = plan;
  }

  @Override
  public Map<ZoneKey, Standing> standing(SignedIn who, WorkspaceId round) {
    return raised.getOrDefault(round, Map.of());
  }

  @Override
  public void raise(SignedIn who, WorkspaceId round, List<Red> zones) {
    var here = raised.computeIfAbsent(round, _ -> new HashMap<>());
    zones.forEach(zone -> here.putIfAbsent(zone.zone(), Standing.RAISED));
    last.put(round, zones);
    plan.raise(who, round, zones);
  }

  public List<Red> raised(WorkspaceId round) {
    return last.getOrDefault(round, List.of());
  }
}
