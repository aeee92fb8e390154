package org.sightline.engagement.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.kernel.WorkspaceId;

/// Several sessions on one plan, whose maps are counted together. Its id is its workspace's.
///
/// @param before the round it is compared with, or `null`
/// @param tellBy by when students hear what the school did (A37, A57, A68)
/// @param endedOn when its owner ended it, or `null`
public record Round(
    WorkspaceId id,
    WorkspaceId school,
    String title,
    PlanVersionId planVersion,
    @Nullable WorkspaceId before,
    LocalDate openedOn,
    LocalDate tellBy,
    @Nullable LocalDate endedOn) {

  private static final int WEEKS_TO_TELL = 12;

  /// The day that is offered for telling students.
  static LocalDate usualTellBy(LocalDate openedOn) {
    return openedOn.plusWeeks(WEEKS_TO_TELL);
  }

  public boolean hasEnded() {
    return endedOn != null;
  }
}
