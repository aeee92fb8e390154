package org.sightline.kernel;

/// Somebody else saved first; nothing was overwritten. The sentence says what to do.
public class Stale extends Refused {

  public Stale(String sentence) {
    super(sentence);
  }
}
