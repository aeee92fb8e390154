package org.sightline.scan;

import java.security.SecureRandom;
import java.util.Optional;

/// What the square code of a sheet holds: which sheet it is and how it is laid out. Both are random
/// and say nothing about a person, a school or a day.
///
/// @param sheet ten characters
/// @param version eight characters
public record SheetCode(String sheet, String version) {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String START = "T";
  private static final int SHEET_LENGTH = 10;
  private static final int VERSION_LENGTH = 8;

  public SheetCode {
    if (!isSheet(sheet) || !isVersion(version)) {
      throw new IllegalArgumentException(
          "Not the code of a sheet: %s %s".formatted(sheet, version));
    }
  }

  public static String randomSheet(SecureRandom random) {
    return random(random, SHEET_LENGTH);
  }

  public static String randomVersion(SecureRandom random) {
    return random(random, VERSION_LENGTH);
  }

  /// What stands in the square: 19 characters that need no lower case, so that it stays coarse.
  public String printed() {
    return START + sheet + version;
  }

  /// Reads what stood in a square; nothing when it is not one of ours.
  public static Optional<SheetCode> read(String text) {
    if (text.length() != START.length() + SHEET_LENGTH + VERSION_LENGTH
        || !text.startsWith(START)) {
      return Optional.empty();
    }
    var sheet = text.substring(1, 1 + SHEET_LENGTH);
    var version = text.substring(1 + SHEET_LENGTH);
    return isSheet(sheet) && isVersion(version)
        ? Optional.of(new SheetCode(sheet, version))
        : Optional.empty();
  }

  static boolean isSheet(String text) {
    return isOf(text, SHEET_LENGTH);
  }

  static boolean isVersion(String text) {
    return isOf(text, VERSION_LENGTH);
  }

  private static boolean isOf(String text, int length) {
    return text != null
        && text.length() == length
        && text.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
  }

  private static String random(SecureRandom random, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
