package org.sightline.documents;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The code of a copy: 80 random bits as sixteen of the 32 letters and digits that are not taken
/// for one another (Crockford's), which is what the smallest QR code holds at error correction Q.
final class StampCode {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// In groups of four, as it is printed; a PDF reader may give the hyphens as spaces.
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?<![0-9A-Z])[0-9A-Z]{4}[- \\u00AD\\u2010\\u2011][0-9A-Z]{4}[- \\u00AD\\u2010\\u2011]"
              + "[0-9A-Z]{4}[- \\u00AD\\u2010\\u2011][0-9A-Z]{4}(?![0-9A-Z])");

  private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

  private StampCode() {}

  static String random() {
    var code = new StringBuilder();
    for (int n = 0; n < LENGTH; n++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  static boolean is(String text) {
    return CODE.matcher(text).matches();
  }

  /// `ABCD-EFGH-JKMN-PQRS`
  static String printed(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  /// Every code that stands in a text, in order; also one somebody typed in small letters, with an
  /// O for a nought.
  static Set<String> in(String text) {
    var found = new LinkedHashSet<String>();
    var printed = PRINTED.matcher(text.toUpperCase(Locale.ROOT));
    while (printed.find()) {
      String code =
          printed
              .group()
              .replaceAll("[^0-9A-Z]", "")
              .replace('O', '0')
              .replace('I', '1')
              .replace('L', '1');
      if (is(code)) {
        found.add(code);
      }
    }
    return found;
  }
}
