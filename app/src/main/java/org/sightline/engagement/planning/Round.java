package org.sightline.engagement.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.kernel.WorkspaceId;

/// Several sessions on one plan, whose maps are counted together. Its id is its workspace's.
///
/// @param before the round it is compared with, or `null`
/// @param endedOn when its owner ended it, or `null`
public record Round(
    WorkspaceId id,
    WorkspaceId school,
    String title,
    PlanVersionId planVersion,
    @Nullable WorkspaceId before,
    LocalDate openedOn,
    @Nullable LocalDate endedOn) {

  public boolean hasEnded() {
    return endedOn != null;
  }
}
