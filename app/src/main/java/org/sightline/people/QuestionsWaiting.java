package org.sightline.people;

import org.sightline.kernel.SignedIn;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// Questions from outside that a chair has not answered.
@Component
class QuestionsWaiting implements WaitingPlace {

  private final Signposts signposts;

  QuestionsWaiting(Signposts signposts) {
    this.signposts = signposts;
  }

  @Override
  public String key() {
    return "people.signposts.waits";
  }

  @Override
  public String href() {
    return "/people/signposts/questions";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return signposts.isAsked(who);
  }
}
