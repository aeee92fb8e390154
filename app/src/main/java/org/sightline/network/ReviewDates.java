package org.sightline.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.clocks.DueDates;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// By when an exercise has to be reviewed.
@Component
public class ReviewDates {

  private final Processes processes;
  private final Workspaces workspaces;
  private final DueDates dates;

  ReviewDates(Processes processes, Workspaces workspaces, DueDates dates) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.dates = dates;
  }

  /// The day by which the next review has to be held, or `null` when there is no such date.
  ///
  /// @throws org.sightline.kernel.NotThere when the piece of work is not open to the reader
  public @Nullable LocalDate next(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, work);
          for (var date : dates.of(work)) {
            if (date.slot().startsWith(ExerciseDates.REVIEW) && !date.isDone()) {
              return date.due();
            }
          }
          return null;
        });
  }
}
