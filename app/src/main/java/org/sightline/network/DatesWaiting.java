package org.sightline.network;

import org.sightline.kernel.SignedIn;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// Dates of exercises that come near, or have passed: from the day their rule warns.
@Component
class DatesWaiting implements WaitingPlace {

  private final Exercises exercises;

  DatesWaiting(Exercises exercises) {
    this.exercises = exercises;
  }

  @Override
  public String key() {
    return "network.dates.waits";
  }

  @Override
  public String href() {
    return "/network/exercises";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return exercises.mine(who).stream().anyMatch(Exercises.Listed::isDue);
  }
}
