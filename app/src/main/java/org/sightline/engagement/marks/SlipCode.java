package org.sightline.engagement.marks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The code on a student's slip, the only key to their map: session tag of 4, secret of 12, check
/// character, printed as `KMP4-7QW3-CM9X-22VR-F` (security.md §5.4, ST-06).
///
/// Check character: give the seventeen characters the weights 1 to 17 and their place in the
/// alphabet as value; the sum must divide by 23. Because 23 is a prime above the weights and above
/// every difference of two values, any one wrong character and any two swapped ones, adjacent or
/// not, break the sum. Three of 23 sums would need a check character outside the alphabet: such
/// secrets are drawn again, which leaves 51.6 bits.
///
/// [#toString] hides the code, so that no log can hold one; [#printed] shows it.
public final class SlipCode {

  private static final int SECRET_LENGTH = 12;
  private static final int LENGTH = SessionTag.LENGTH + SECRET_LENGTH + 1;
  private static final int MODULUS = 23;

  private final String letters;

  private SlipCode(String letters) {
    this.letters = letters;
  }

  /// A new code of a session.
  public static SlipCode random(SecureRandom random, SessionTag tag) {
    while (true) {
      var body = tag.letters() + CodeLetters.random(random, SECRET_LENGTH);
      int check = checkValue(body);
      if (check < CodeLetters.ALPHABET.length()) {
        return new SlipCode(body + CodeLetters.ALPHABET.charAt(check));
      }
    }
  }

  /// Reads what somebody typed: case, spaces, hyphens and full stops do not matter; S, B and Z are
  /// read as 5, 8 and 2.
  public static Reading read(String typed) {
    if (typed.length() > 200) {
      return new Reading.WrongLength(typed.length(), LENGTH);
    }
    var cleaned = CodeLetters.cleaned(typed);
    int[] found = cleaned.codePoints().toArray();
    for (int i = 0; i < found.length; i++) {
      if (CodeLetters.ALPHABET.indexOf(found[i]) < 0) {
        return new Reading.UnknownCharacter(Character.toString(found[i]), i + 1);
      }
    }
    if (found.length != LENGTH) {
      return new Reading.WrongLength(found.length, LENGTH);
    }
    return sum(cleaned) % MODULUS == 0
        ? new Reading.Correct(new SlipCode(cleaned))
        : new Reading.CheckDiffers();
  }

  /// The session the slip says it is from.
  public SessionTag tag() {
    return new SessionTag(letters.substring(0, SessionTag.LENGTH));
  }

  /// The code in groups, for paper and for the one time it is shown.
  public String printed() {
    return letters.replaceAll("(.{4})(?=.)", "$1-");
  }

  /// The bytes that are hashed; never stored.
  byte[] secret() {
    return letters.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlipCode code && code.letters.equals(letters);
  }

  @Override
  public int hashCode() {
    return letters.hashCode();
  }

  @Override
  public String toString() {
    return "SlipCode[hidden]";
  }

  /// The value the check character must have: 0 to 22, of which 20 to 22 do not exist. The last
  /// weight is 17; its inverse mod 23 is 19, and -19 is 4.
  private static int checkValue(String body) {
    return sum(body) * 4 % MODULUS;
  }

  private static int sum(String letters) {
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      sum += (i + 1) * CodeLetters.ALPHABET.indexOf(letters.charAt(i));
    }
    return sum;
  }

  /// What came of reading a typed code.
  public sealed interface Reading {

    /// A code that can have been printed. Whether it belongs to a map is another question.
    record Correct(SlipCode code) implements Reading {}

    /// A character we never print. Its place is counted from 1, without spaces and hyphens.
    record UnknownCharacter(String character, int place) implements Reading {}

    /// Too few or too many characters.
    record WrongLength(int found, int wanted) implements Reading {}

    /// Every character is possible, but at least one of them is wrong or two have changed places.
    record CheckDiffers() implements Reading {}
  }
}
