package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Where somebody sits in an open session, for as long as their browser keeps it: 192 random bits
/// and the class code. It makes double clicks, a second tab and a repeated sending one map. It says
/// nothing about who sits there, and is stored only as a fingerprint that dies with the session.
public record Seat(ClassCode classCode, String secret) {

  private static final int BYTES = 24;
  private static final int LETTERS = 32;

  public static Seat take(ClassCode classCode, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Seat(classCode, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// What a browser sent back, or nothing when it is no seat of ours.
  public static Optional<Seat> read(String value) {
    if (value.length() != 6 + 1 + LETTERS
        || value.charAt(6) != '.'
        || !value.substring(7).matches("[A-Za-z0-9_-]+")) {
      return Optional.empty();
    }
    return ClassCode.read(value.substring(0, 6)).map(code -> new Seat(code, value.substring(7)));
  }

  /// For the cookie.
  public String value() {
    return classCode.letters() + "." + secret;
  }

  @Override
  public String toString() {
    return "Seat[hidden]";
  }
}
