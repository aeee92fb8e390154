package org.sightline.store;

import java.text.Normalizer;
import java.util.Locale;

/// What stays of a name when case, composition, spaces, hyphens and apostrophes are taken away, so
/// that "O'Neill-Smith" and "ONEILL SMITH" are one name (CR-03). Accents stay: they tell names
/// apart.
final class FoldedName {

  /// Spaces of every kind, hyphens and minus, apostrophes and the letters typed in their stead, and
  /// marks nobody sees.
  private static final String LEFT_OUT =
      "[\\s\\p{Z}\\p{Pd}\\p{Cf}\\u2212\\u00AD'`\\u00B4\\u2018-\\u201B\\u2032\\u02B9-\\u02BC\\uFF07]";

  private FoldedName() {}

  static String of(String name) {
    String folded = name;
    // What comes out of composing may be left out, or cased, in its turn.
    for (int i = 0; i < 3; i++) {
      folded = Normalizer.normalize(folded.replaceAll(LEFT_OUT, ""), Normalizer.Form.NFKC);
      folded = lower(folded.toUpperCase(Locale.ROOT));
    }
    // A name of nothing but such marks is itself, not everybody's.
    return folded.isEmpty() ? Normalizer.normalize(name.strip(), Normalizer.Form.NFKC) : folded;
  }

  /// Letter by letter: the language's own rules would write the last sigma of a word differently.
  private static String lower(String upper) {
    return upper
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
