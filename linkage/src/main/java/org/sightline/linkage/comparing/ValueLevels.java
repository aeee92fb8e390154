package org.sightline.linkage.comparing;

import java.util.List;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.reading.ByteDictionary;

/// Says at which level two different values of one field agree. One for each thread.
final class ValueLevels {

  static final double CLOSE = 0.92;
  static final double SIMILAR = 0.80;
  static final int STEM = 3;
  static final int OWN_OF_A_SHORT_FORM = 2;

  private final int[][] groups;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final DamerauLevenshtein edits = new DamerauLevenshtein();
  private final Word left = new Word();
  private final Word right = new Word();
  private final Word firstLeft = new Word();
  private final Word firstRight = new Word();

  /// @param groups for each number of a name the groups of the table of nicknames it is in
  ValueLevels(int[][] groups) {
    this.groups = groups;
  }

  /// The levels of a field from most to least agreement, as a model lists them.
  static List<Level> of(Field field) {
    return switch (field) {
      case FORENAME ->
          List.of(
              Level.MISSING,
              Level.EXACT,
              Level.SAME_NAME,
              Level.CLOSE,
              Level.SIMILAR,
              Level.SWAPPED,
              Level.DIFFERENT);
      case SURNAME ->
          List.of(
              Level.MISSING,
              Level.EXACT,
              Level.CLOSE,
              Level.PARTLY,
              Level.SIMILAR,
              Level.SWAPPED,
              Level.DIFFERENT);
      case BIRTH_DATE ->
          List.of(
              Level.MISSING,
              Level.EXACT,
              Level.DAY_MONTH,
              Level.ONE_DIGIT,
              Level.TWO_PARTS,
              Level.ONE_YEAR,
              Level.DIFFERENT);
      case POSTCODE ->
          List.of(
              Level.MISSING,
              Level.EXACT,
              Level.ONE_DIGIT,
              Level.SECTOR,
              Level.DISTRICT,
              Level.DIFFERENT);
      case EMAIL ->
          List.of(
              Level.MISSING,
              Level.EXACT,
              Level.SAME_USER,
              Level.CLOSE,
              Level.SIMILAR,
              Level.DIFFERENT);
      case PHONE, NUMBER, HOUSE_NUMBER ->
          List.of(Level.MISSING, Level.EXACT, Level.ONE_DIGIT, Level.TWO_DIGITS, Level.DIFFERENT);
      case SCHOOL, TOWN, ADDRESS, ADDRESS_2, AREA ->
          List.of(Level.MISSING, Level.EXACT, Level.CLOSE, Level.SIMILAR, Level.DIFFERENT);
      case SEX -> List.of(Level.MISSING, Level.EXACT, Level.DIFFERENT);
      case UPN, NHS_NUMBER -> List.of(Level.MISSING, Level.EXACT, Level.DIFFERENT);
      case FULL_NAME -> throw new IllegalArgumentException("A whole name is taken apart first");
    };
  }

  /// @param a a number of a value
  /// @param b the number of another value
  Level level(Field field, ByteDictionary values, int a, int b) {
    left.set(values, a);
    right.set(values, b);
    return switch (field) {
      case FORENAME -> forename(values, a, b);
      case SURNAME -> surname(values, a, b);
      case BIRTH_DATE -> birthDate();
      case POSTCODE -> postcode();
      case EMAIL -> email();
      case PHONE, NUMBER, HOUSE_NUMBER -> digits();
      case SCHOOL, TOWN, ADDRESS, ADDRESS_2, AREA -> text();
      case SEX, UPN, NHS_NUMBER -> Level.DIFFERENT;
      case FULL_NAME -> throw new IllegalArgumentException("A whole name is taken apart first");
    };
  }

  private Level forename(ByteDictionary values, int a, int b) {
    if (Nicknames.share(groups[a], groups[b])) {
      return Level.SAME_NAME;
    }
    if (isStartOf(left, right) || isStartOf(right, left)) {
      return Level.SIMILAR;
    }
    var likeText = text();
    return likeText == Level.DIFFERENT && (isAlike(left, right) || areFirstAlike())
        ? Level.SIMILAR
        : likeText;
  }

  /// "Mary Ann" and "Maria": the first of several names goes from list to list.
  private boolean areFirstAlike() {
    if (left.indexOf(' ') < 0 && right.indexOf(' ') < 0) {
      return false;
    }
    firstLeft.setFirstOf(left);
    firstRight.setFirstOf(right);
    return isStartOf(firstLeft, firstRight)
        || isStartOf(firstRight, firstLeft)
        || jaroWinkler.similarity(firstLeft, firstRight) >= SIMILAR
        || isAlike(firstLeft, firstRight);
  }

  /// One slip in a name that is not an initial, or a short form and whatever it is short for: the
  /// same three letters, and no more than two of its own, as "Danny" has for "Daniella".
  private boolean isAlike(Word a, Word b) {
    int shorter = Math.min(a.length(), b.length());
    int stem = Math.max(STEM, shorter - OWN_OF_A_SHORT_FORM);
    return shorter >= STEM && a.commonStart(b) >= stem || shorter > 1 && edits.isOne(a, b);
  }

  private Level surname(ByteDictionary values, int a, int b) {
    var likeText = text();
    if (likeText == Level.CLOSE || Nicknames.share(groups[a], groups[b])) {
      return Level.CLOSE;
    }
    if (left.indexOf(' ') >= 0 || right.indexOf(' ') >= 0) {
      var theirs = List.of(values.text(b).split(" "));
      for (var part : values.text(a).split(" ")) {
        if (part.length() > 2 && theirs.contains(part)) {
          return Level.PARTLY;
        }
      }
    }
    return likeText;
  }

  /// "J" for "Jennifer", "Mary" for "Mary Ann".
  private static boolean isStartOf(Word shorter, Word longer) {
    int length = shorter.length();
    return length < longer.length()
        && shorter.commonStart(longer) == length
        && (length == 1 || longer.at(length) == ' ');
  }

  private Level text() {
    if (left.length() > 3 && right.length() > 3 && edits.isOne(left, right)) {
      return Level.CLOSE;
    }
    double similarity = jaroWinkler.similarity(left, right);
    if (similarity >= CLOSE) {
      return Level.CLOSE;
    }
    return similarity >= SIMILAR ? Level.SIMILAR : Level.DIFFERENT;
  }

  private Level birthDate() {
    if (left.length() != 8 || right.length() != 8) {
      return Level.DIFFERENT;
    }
    boolean year = same(0, 4);
    boolean month = same(4, 6);
    boolean day = same(6, 8);
    if (year && isDayMonthSwap()) {
      return Level.DAY_MONTH;
    }
    if (edits.isOne(left, right)) {
      return Level.ONE_DIGIT;
    }
    if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2) {
      return Level.TWO_PARTS;
    }
    return Math.abs(days(left) - days(right)) <= 366 ? Level.ONE_YEAR : Level.DIFFERENT;
  }

  private boolean same(int from, int to) {
    for (int i = from; i < to; i++) {
      if (left.at(i) != right.at(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDayMonthSwap() {
    return left.at(4) == right.at(6)
        && left.at(5) == right.at(7)
        && left.at(6) == right.at(4)
        && left.at(7) == right.at(5);
  }

  private static int days(Word date) {
    return days(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8));
  }

  /// Days, near enough to tell a year, also for dates in no calendar.
  static int days(int year, int month, int day) {
    return year * 365 + year / 4 + (month * 306 - 5) / 10 + day;
  }

  private static int number(Word date, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + date.at(i) - '0';
    }
    return number;
  }

  private Level postcode() {
    if (edits.isOne(left, right)) {
      return Level.ONE_DIGIT;
    }
    int start = left.commonStart(right);
    int longest = Math.max(left.length(), right.length());
    if (longest < 5 || left.length() != right.length()) {
      return Level.DIFFERENT;
    }
    if (start >= longest - 2) {
      return Level.SECTOR;
    }
    return start >= longest - 3 ? Level.DISTRICT : Level.DIFFERENT;
  }

  private Level email() {
    int at = left.indexOf('@');
    if (at > 2 && at == right.indexOf('@') && left.commonStart(right) > at) {
      return Level.SAME_USER;
    }
    return text();
  }

  private Level digits() {
    if (edits.isOne(left, right)) {
      return Level.ONE_DIGIT;
    }
    boolean longEnough = Math.min(left.length(), right.length()) > 4;
    return longEnough && edits.distance(left, right) == 2 ? Level.TWO_DIGITS : Level.DIFFERENT;
  }
}
