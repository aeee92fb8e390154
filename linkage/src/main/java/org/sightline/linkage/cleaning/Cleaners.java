package org.sightline.linkage.cleaning;

import java.util.Set;

/// The cleaner of each field.
final class Cleaners {

  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "master", "dr", "mx", "rev");
  private static final Set<String> SCHOOL_WORDS = Set.of("school", "academy", "the", "of", "and");

  private Cleaners() {}

  static Cleaner of(Field field, Dates dates) {
    return switch (field) {
      case FORENAME, SURNAME, FULL_NAME -> value -> withoutTitle(Letters.words(value, false));
      case BIRTH_DATE -> dates;
      case POSTCODE, HOUSE_NUMBER, NUMBER -> Letters::lettersAndDigits;
      case SCHOOL -> Cleaners::school;
      case SEX -> Cleaners::sex;
      case EMAIL -> value -> value.indexOf('@') < 0 ? "" : Letters.fold(value.replace(" ", ""));
      case PHONE -> Cleaners::phone;
      case TOWN, ADDRESS, ADDRESS_2, AREA -> value -> Letters.words(value, true);
      case UPN -> new Numbers.Upn();
      case NHS_NUMBER -> new Numbers.Nhs();
    };
  }

  private static String withoutTitle(String words) {
    int blank = words.indexOf(' ');
    return blank > 0 && TITLES.contains(words.substring(0, blank))
        ? words.substring(blank + 1)
        : words;
  }

  private static String school(String value) {
    var kept = new StringBuilder();
    for (var word : Letters.words(value, true).split(" ")) {
      if (!SCHOOL_WORDS.contains(word)) {
        kept.append(kept.isEmpty() ? "" : " ").append("saint".equals(word) ? "st" : word);
      }
    }
    return kept.toString();
  }

  private static String sex(String value) {
    return switch (Letters.words(value, true)) {
      case "m", "male", "boy", "b", "1" -> "m";
      case "f", "female", "girl", "g", "2" -> "f";
      case "", "u", "unspecified", "not specified", "0", "9" -> "";
      default -> "x";
    };
  }

  private static String phone(String value) {
    var digits = value.replaceAll("\\D", "");
    if (digits.startsWith("0044")) {
      digits = "0" + digits.substring(4);
    } else if (digits.startsWith("44") && digits.length() > 10) {
      digits = "0" + digits.substring(2);
    }
    return digits.length() < 6 ? "" : digits;
  }
}
