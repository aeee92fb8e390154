package org.sightline.engagement.pile;

import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Level;

/// A letter for what is on a place: R, Y, G, B for blank; `?` where a person has to say; `-` for a
/// place that is not on the page, or where nobody has decided yet.
enum Looked {
  RED('R', Level.RED),
  YELLOW('Y', Level.YELLOW),
  GREEN('G', Level.GREEN),
  BLANK('B', null),
  DOUBT('?', null),
  NOTHING('-', null);

  private final char letter;
  private final @Nullable Level level;

  Looked(char letter, @Nullable Level level) {
    this.letter = letter;
    this.level = level;
  }

  char letter() {
    return letter;
  }

  @Nullable Level level() {
    return level;
  }

  boolean isAnswer() {
    return this != DOUBT && this != NOTHING;
  }

  static Looked of(char letter) {
    for (var one : values()) {
      if (one.letter == letter) {
        return one;
      }
    }
    throw new IllegalStateException("Not a letter of a place");
  }

  static Looked of(org.sightline.scan.@Nullable Level read) {
    if (read == null) {
      return DOUBT;
    }
    return switch (read) {
      case RED -> RED;
      case YELLOW -> YELLOW;
      case GREEN -> GREEN;
      case BLANK -> BLANK;
    };
  }
}
