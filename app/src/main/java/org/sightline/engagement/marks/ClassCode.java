package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.util.Optional;

/// The six characters with which a class joins its session on the student site: one in 64 million.
public record ClassCode(String letters) {

  private static final int LENGTH = 6;

  public ClassCode {
    if (letters.length() != LENGTH || !CodeLetters.allKnown(letters)) {
      throw new IllegalArgumentException("Not a class code: " + letters);
    }
  }

  public static ClassCode random(SecureRandom random) {
    return new ClassCode(CodeLetters.random(random, LENGTH));
  }

  /// What somebody typed, read as kindly as a slip code, or nothing when it cannot be a class code.
  public static Optional<ClassCode> read(String typed) {
    if (typed.length() > 60) {
      return Optional.empty();
    }
    var cleaned = CodeLetters.cleaned(typed);
    return cleaned.length() == LENGTH && CodeLetters.allKnown(cleaned)
        ? Optional.of(new ClassCode(cleaned))
        : Optional.empty();
  }

  /// In two groups, for the board: `7QW 3CM`.
  public String printed() {
    return letters.substring(0, 3) + " " + letters.substring(3);
  }
}
