package org.sightline.engagement.planning;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// What one page of the set-up saves.
///
/// @param details as they will be
/// @param facilitators who leads, of the staff, or `null` where the page does not ask
/// @param responsePlan what happens on a disclosure, or `null` where nothing complete was given
/// @param answers by field; an empty one takes an answer back
/// @param done whether the step is ticked
public record StepChange(
    SessionDetails details,
    @Nullable Set<UserId> facilitators,
    @Nullable ResponsePlan responsePlan,
    Map<String, String> answers,
    boolean done) {

  public StepChange {
    answers = Map.copyOf(answers);
  }
}
