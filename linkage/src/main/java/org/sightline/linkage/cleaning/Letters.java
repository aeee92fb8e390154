package org.sightline.linkage.cleaning;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Letters without their marks, in lower case, with single blanks between words.
final class Letters {

  private static final Set<String> NOTHING =
      Set.of(
          "unknown",
          "not known",
          "n a",
          "na",
          "none",
          "null",
          "nan",
          "nil",
          "tbc",
          "tba",
          "test",
          "not given",
          "not recorded",
          "not disclosed",
          "withheld",
          "missing",
          "anon",
          "anonymous",
          "no fixed abode",
          "nfa",
          "not stated",
          "refused");

  private Letters() {}

  /// Letters of any script; apostrophes vanish, everything else parts words.
  static String words(String value, boolean digits) {
    return words(value, digits, true);
  }

  static String words(String value, boolean digits, boolean dropNothing) {
    String folded = fold(value);
    var out = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c) || digits && Character.isDigit(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(c);
      } else if (c != '\'' && c != '’' && c != '`' && Character.getType(c) != Character.FORMAT) {
        gap = true;
      }
    }
    var words = out.toString();
    return dropNothing && NOTHING.contains(words) ? "" : words;
  }

  static String lettersAndDigits(String value) {
    return words(value, true).replace(" ", "");
  }

  static String fold(String value) {
    var lower = value.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    var parted = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    var out = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'œ' -> out.append("oe");
        case 'ø' -> out.append('o');
        case 'ł' -> out.append('l');
        case 'đ', 'ð' -> out.append('d');
        case 'þ' -> out.append("th");
        case 'ı' -> out.append('i');
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
