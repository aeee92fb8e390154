package org.sightline.engagement.planning;

import java.util.List;

/// Planning one more session: day, time and how long it sits.
public record NewSessionPage(Round round, Filled filled) {

  public List<StagePlan> plans() {
    return StagePlan.all();
  }
}
