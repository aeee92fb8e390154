package org.sightline.engagement.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planning one more session: day, time and how long it sits.
///
/// @param last the session planned before it, from which much can be taken over, or `null`
public record NewSessionPage(Round round, @Nullable Session last, Filled filled) {

  public List<StagePlan> plans() {
    return StagePlan.all();
  }
}
