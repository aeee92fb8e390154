package org.sightline.network.exchange;

/// Why a file as a whole cannot be taken, as a sentence for whoever brought it.
public final class UnreadableMap extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableMap(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
