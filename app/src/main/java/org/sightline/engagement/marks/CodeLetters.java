package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/// The twenty letters and digits our codes are made of (security.md §5.4), and how handwriting and
/// keyboards bend them. No vowels, so no words; nothing that is easily read as something else.
final class CodeLetters {

  static final String ALPHABET = "23456789CFGHJMPQRVWX";

  private static final String SEPARATORS =
      " \t\r\n\u00a0.,_/|-\u2010\u2011\u2012\u2013\u2014\u2212";

  private CodeLetters() {}

  static String random(SecureRandom random, int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .map(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static boolean allKnown(String letters) {
    return letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /// What was typed, in capitals, without separators, with the look-alikes S, B and Z read as 5, 8
  /// and 2: the only ones whose twin is in the alphabet. All others stay, to be refused by name.
  static String cleaned(String typed) {
    var cleaned = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(c -> SEPARATORS.indexOf(c) < 0 && !Character.isISOControl(c))
        .map(CodeLetters::twin)
        .forEach(cleaned::appendCodePoint);
    return cleaned.toString();
  }

  private static int twin(int letter) {
    return switch (letter) {
      case 'S' -> '5';
      case 'B' -> '8';
      case 'Z' -> '2';
      default -> letter;
    };
  }
}
