package org.sightline.linkage.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of birth in the forms in which lists hold them, as eight digits: year, month, day.
///
/// Day before month, unless the column itself shows that it is the other way round. Two digits of a
/// year are of this century up to the year the list is read in. A number of five digits is a day as
/// Excel counts them. A day that no calendar has keeps its digits, because a slip of one digit is
/// still a clue, and is listed.
///
/// @param monthFirst whether the column puts the month before the day
/// @param thisYear the year the list is read in
record Dates(boolean monthFirst, int thisYear) implements Cleaner {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[t ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[t ].*)?");
  private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern WITH_WORD =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\\d{4}|\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("(\\d{4,5})(?:\\.\\d+)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);

  @Override
  public String clean(String value) {
    var v = value.strip().toLowerCase(Locale.ROOT);
    Matcher m = YEAR_FIRST.matcher(v);
    if (m.matches()) {
      return digits(m.group(1), m.group(2), m.group(3));
    }
    m = YEAR_LAST.matcher(v);
    if (m.matches()) {
      return monthFirst
          ? digits(century(m.group(3)), m.group(1), m.group(2))
          : digits(century(m.group(3)), m.group(2), m.group(1));
    }
    m = EIGHT.matcher(v);
    if (m.matches()) {
      return eight(v, m);
    }
    m = WITH_WORD.matcher(v);
    if (m.matches() && MONTHS.contains(m.group(2).substring(0, 3))) {
      int month = MONTHS.indexOf(m.group(2).substring(0, 3)) + 1;
      return digits(century(m.group(3)), "" + month, m.group(1));
    }
    m = SERIAL.matcher(v);
    if (m.matches() && Integer.parseInt(m.group(1)) >= 3000) {
      return EXCEL_DAY_ZERO.plusDays(Integer.parseInt(m.group(1))).toString().replace("-", "");
    }
    return "";
  }

  @Override
  public String objection(String value) {
    var digits = clean(value);
    if (digits.isEmpty()) {
      return Letters.words(value, true).isEmpty() ? "" : "not a date we can read";
    }
    try {
      var date =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6)));
      return date.getYear() < 1850 || date.getYear() > thisYear
          ? "a year nobody on a list was born in"
          : "";
    } catch (DateTimeException none) {
      return "a day that is in no calendar";
    }
  }

  /// Whether the value has day and month in an order that only one reading allows: -1 day first, 1
  /// month first, 0 either.
  static int order(String value) {
    Matcher m = YEAR_LAST.matcher(value.strip());
    if (!m.matches()) {
      return 0;
    }
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(2));
    if (first > 12 && second <= 12) {
      return -1;
    }
    return second > 12 && first <= 12 ? 1 : 0;
  }

  /// `yyyymmdd`, or `ddmmyyyy` where only that gives a year of our time.
  private String eight(String v, Matcher m) {
    int year = Integer.parseInt(m.group(1));
    if (year >= 1850 && year <= thisYear) {
      return v;
    }
    int last = Integer.parseInt(v.substring(4));
    return last >= 1850 && last <= thisYear
        ? v.substring(4) + v.substring(2, 4) + v.substring(0, 2)
        : v;
  }

  private String century(String year) {
    if (year.length() == 4) {
      return year;
    }
    int two = Integer.parseInt(year);
    return "" + (two <= thisYear % 100 ? 2000 + two : 1900 + two);
  }

  private static String digits(String year, String month, String day) {
    return year + (month.length() == 1 ? "0" : "") + month + (day.length() == 1 ? "0" : "") + day;
  }
}
