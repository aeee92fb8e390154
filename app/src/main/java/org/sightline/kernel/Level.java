package org.sightline.kernel;

/// What a young person says about a zone (A39–A41). A blank is no level, and never green.
public enum Level {
  /// Unsafe, unwelcome or uncomfortable; avoided.
  RED('R'),
  /// A bit of both.
  YELLOW('Y'),
  /// Safe and welcome.
  GREEN('G');

  private final char letter;

  Level(char letter) {
    this.letter = letter;
  }

  /// The letter that always goes with the colour.
  public char letter() {
    return letter;
  }
}
