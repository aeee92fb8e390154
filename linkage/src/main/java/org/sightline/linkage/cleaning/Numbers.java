package org.sightline.linkage.cleaning;

import java.util.Locale;

/// The unique pupil number and the NHS number, which count only when their check sign is right:
/// the same makes two records one person, and a different one keeps them apart, so a slip must not.
final class Numbers {

  private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

  private Numbers() {}

  /// Department for Education, "Unique pupil numbers": positions 2 to 13 by their place, modulo 23.
  record Upn() implements Cleaner {
    @Override
    public String clean(String value) {
      var upn = plain(value);
      return isRight(upn) ? upn : "";
    }

    @Override
    public String objection(String value) {
      return plain(value).isEmpty() || isRight(plain(value))
          ? ""
          : "not a unique pupil number: its check letter does not fit, so it was not used";
    }

    private static String plain(String value) {
      return value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static boolean isRight(String upn) {
      if (!upn.matches("[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]")) {
        return false;
      }
      return CHECK_LETTERS.charAt(sum(upn) % 23) == upn.charAt(0);
    }

    static int sum(String upn) {
      int sum = 0;
      for (int i = 1; i < 13; i++) {
        char c = upn.charAt(i);
        int digit = Character.isDigit(c) ? c - '0' : CHECK_LETTERS.indexOf(c);
        sum += digit * (i + 1);
      }
      return sum;
    }
  }

  /// NHS Data Dictionary, "NHS NUMBER": nine digits weighed 10 to 2, modulo 11.
  record Nhs() implements Cleaner {
    @Override
    public String clean(String value) {
      var digits = plain(value);
      return isRight(digits) ? digits : "";
    }

    @Override
    public String objection(String value) {
      return plain(value).isEmpty() || isRight(plain(value))
          ? ""
          : "not an NHS number: its check digit does not fit, so it was not used";
    }

    private static String plain(String value) {
      return value.replaceAll("[\\s-]", "");
    }

    static boolean isRight(String digits) {
      if (!digits.matches("\\d{10}") || digits.chars().allMatch(c -> c == digits.charAt(0))) {
        return false;
      }
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (digits.charAt(i) - '0') * (10 - i);
      }
      int check = 11 - sum % 11;
      return check != 10 && check % 11 == digits.charAt(9) - '0';
    }
  }
}
