package org.sightline.network.filing;

import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Filings;
import org.springframework.stereotype.Component;

/// Finds filing runs by their address.
@Component
class Runs {

  private final Exercises exercises;
  private final Filings filings;

  Runs(Exercises exercises, Filings filings) {
    this.exercises = exercises;
    this.filings = filings;
  }

  Run find(SignedIn who, String exercise, String session) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    UUID id = Ids.parse(session);
    return new Run(held, id, filings.read(who, held.id(), id));
  }

  /// The same with a letter for everybody.
  Run withLetters(SignedIn who, Run run) {
    return new Run(run.exercise(), run.id(), filings.withLetters(who, run.work(), run.id()));
  }
}
