package org.sightline.kernel;

/// Says no because of how things stand, not because of what was typed (EX-01).
public class InTheWay extends Refused {

  public InTheWay(String sentence) {
    super(sentence);
  }
}
