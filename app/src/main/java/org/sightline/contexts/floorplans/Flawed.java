package org.sightline.contexts.floorplans;

/// Carries a [Flaw] out of the middle of reading a file. Bad data, never a bug.
final class Flawed extends Exception {

  private static final long serialVersionUID = 1;

  private final Flaw flaw;

  Flawed(Flaw flaw) {
    super(flaw.name(), null, false, false);
    this.flaw = flaw;
  }

  Flaw flaw() {
    return flaw;
  }
}
