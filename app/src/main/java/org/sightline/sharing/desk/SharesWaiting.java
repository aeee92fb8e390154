package org.sightline.sharing.desk;

import org.sightline.kernel.SignedIn;
import org.sightline.sharing.SharedReading;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// Shares of one's own that are not sent, or of which nobody has said that they arrived.
@Component
class SharesWaiting implements WaitingPlace {

  private final SharedReading shared;

  SharesWaiting(SharedReading shared) {
    this.shared = shared;
  }

  @Override
  public String key() {
    return "sharing.desk.waits";
  }

  @Override
  public String href() {
    return "/sharing";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return !shared.waiting(who).isEmpty();
  }
}
