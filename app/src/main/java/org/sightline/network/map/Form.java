package org.sightline.network.map;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a value has to look like.
final class Form {

  static final String NOT_KNOWN = "NOT_KNOWN";

  static final Form YES = oneOf("YES");
  static final Form LABEL = oneOf("FACT", "OPINION", "REPORTED", "OWN_WORDS");
  static final Form BEARING = oneOf("PROTECTIVE", "OF_CONCERN", "BOTH", NOT_KNOWN);

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

  private final Predicate<String> looksRight;
  private final boolean required;

  private Form(Predicate<String> looksRight, boolean required) {
    this.looksRight = looksRight;
    this.required = required;
  }

  static Form required(Form form) {
    return new Form(form.looksRight, true);
  }

  static Form text(int longest) {
    return new Form(
        value ->
            !value.isBlank()
                && value.codePointCount(0, value.length()) <= longest
                && value.indexOf('\0') < 0,
        false);
  }

  static Form id() {
    return pattern("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
  }

  static Form pattern(String pattern) {
    return new Form(Pattern.compile(pattern).asMatchPredicate(), false);
  }

  static Form oneOf(String... values) {
    var known = Set.of(values);
    return new Form(known::contains, false);
  }

  static <E extends Enum<E>> Form oneOf(Class<E> names, String... others) {
    var known = new HashSet<>(Arrays.stream(names.getEnumConstants()).map(Enum::name).toList());
    Stream.of(others).forEach(known::add);
    return new Form(known::contains, false);
  }

  /// A day as `2026-05-03`, from 1900 to 2199.
  static Form date() {
    return new Form(Form::isDay, false);
  }

  boolean isRequired() {
    return required;
  }

  boolean accepts(String value) {
    return value.isEmpty() ? !required : looksRight.test(value);
  }

  private static boolean isDay(String value) {
    try {
      var day = LocalDate.parse(value);
      return !day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY);
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}
