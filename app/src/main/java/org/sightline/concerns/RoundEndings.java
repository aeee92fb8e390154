package org.sightline.concerns;

import java.time.LocalDate;
import java.util.Optional;
import org.sightline.kernel.WorkspaceId;

/// When a round ended. The feature that runs rounds answers; while nobody does, none has ended.
public interface RoundEndings {

  /// The day the round ended, or empty while it goes on. Called inside a process of the round's
  /// owner.
  Optional<LocalDate> endedOn(WorkspaceId round);
}
