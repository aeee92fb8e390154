package org.sightline.kernel;

/// Too many are asking at once; the same request may go through a little later. Answered with 503.
public final class Busy extends RuntimeException {

  public Busy() {
    super("Too many at once", null, false, false);
  }
}
