package org.sightline.access.alerts;

import org.sightline.kernel.SignedIn;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// Alerts at which nobody has looked.
@Component
class AlertsWaiting implements WaitingPlace {

  private final AlertDesk desk;

  AlertsWaiting(AlertDesk desk) {
    this.desk = desk;
  }

  @Override
  public String key() {
    return "access.alerts.waits";
  }

  @Override
  public String href() {
    return "/alerts";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return desk.isAwaited(who);
  }
}
