package org.sightline.kernel;

/// Says no to somebody who does alone, or too late, what two people have to do (AC-12).
public class TakesTwo extends Refused {

  public TakesTwo(String sentence) {
    super(sentence);
  }
}
