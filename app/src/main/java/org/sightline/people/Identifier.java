package org.sightline.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number somebody is known by.
///
/// @param agency whose number it is, for those of one agency
public record Identifier(IdentifierKind kind, @Nullable String agency, String value) {

  private static final Pattern UPN = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

  public Identifier {
    if (kind.isOfAnAgency() == (agency == null) || value.isBlank()) {
      throw new IllegalArgumentException(
          "A number has a value, and an agency when it is one's own");
    }
    if (!isPossible(kind, value)) {
      throw new IllegalArgumentException("Not a number of kind " + kind);
    }
  }

  /// Whether a number of this kind can look like this: ten digits with their check digit, or the
  /// thirteen characters of a pupil number. Others may look like anything.
  public static boolean isPossible(IdentifierKind kind, String value) {
    String plain = plain(value);
    return switch (kind) {
      case NHS_NUMBER -> plain.matches("[0-9]{10}") && checks(plain);
      case UPN -> UPN.matcher(plain).matches();
      case CASE_NUMBER, OTHER -> !plain.isEmpty();
    };
  }

  /// What is looked up: two ways of writing a number are one number.
  String lookedUp() {
    String whose = agency == null ? "" : agency.strip().toLowerCase(Locale.ROOT);
    return kind + "\n" + whose + "\n" + plain(value);
  }

  /// Modulo 11, as in the NHS data dictionary.
  private static boolean checks(String ten) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (ten.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check == ten.charAt(9) - '0';
  }

  private static String plain(String value) {
    return value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
