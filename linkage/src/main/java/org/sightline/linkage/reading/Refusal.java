package org.sightline.linkage.reading;

/// A list that cannot be used at all; the message says what to do about it and holds no value.
public final class Refusal extends IllegalStateException {

  public Refusal(String sentence) {
    super(sentence);
  }
}
