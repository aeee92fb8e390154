package org.sightline.network;

import org.sightline.network.map.Refusal;

/// An edit was not taken, and nothing of it was kept.
public final class NotDrawn extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  NotDrawn(Refusal refusal) {
    super(refusal.reason().name(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
