package org.sightline.engagement.marks;

import java.security.SecureRandom;

/// The four characters at the head of a slip code that say which session it is from. Not a secret.
public record SessionTag(String letters) {

  static final int LENGTH = 4;

  public SessionTag {
    if (letters.length() != LENGTH || !CodeLetters.allKnown(letters)) {
      throw new IllegalArgumentException("Not a session tag: " + letters);
    }
  }

  public static SessionTag random(SecureRandom random) {
    return new SessionTag(CodeLetters.random(random, LENGTH));
  }
}
