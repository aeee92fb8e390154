package org.sightline.plans.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Words;

/// A form as it was filled in, and what is wrong with it. What was typed stays typed.
public final class Filled {

  private static final int MOST = 2000;

  private final Words words;
  private final Map<String, String> values;
  private final Map<String, String> problems = new LinkedHashMap<>();

  public Filled(Words words, Map<String, String> values) {
    this.words = words;
    this.values = new HashMap<>(values);
  }

  public static Filled empty(Words words) {
    return new Filled(words, Map.of());
  }

  public Filled with(String name, @Nullable Object value) {
    if (value instanceof LocalDate day) {
      values.put(name + "-day", "" + day.getDayOfMonth());
      values.put(name + "-month", "" + day.getMonthValue());
      values.put(name + "-year", "" + day.getYear());
    } else if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  /// What was typed, or `null` when nothing was; too long a text is a problem.
  public @Nullable String text(String name) {
    String text = value(name).strip();
    if (text.length() > MOST) {
      problem(name, words.say("plans.fields.too-long", MOST));
    }
    return text.isEmpty() ? null : text;
  }

  /// What was typed; nothing is a problem, under these words, and comes back as an empty text.
  public String need(String name, String key) {
    String text = text(name);
    if (text == null) {
      problem(name, words.say(key));
      return "";
    }
    return text;
  }

  /// One of a closed set; anything else is a problem.
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of, String key) {
    var chosen =
        Arrays.stream(of.getEnumConstants())
            .filter(constant -> constant.name().equals(value(name)))
            .findFirst();
    if (chosen.isEmpty()) {
      problem(name, words.say(key));
    }
    return chosen;
  }

  /// A day from its three fields; nothing, half of it, or 31 June is a problem.
  public Optional<LocalDate> day(String name) {
    try {
      int year = Integer.parseInt(value(name + "-year").strip());
      if (year < 2000 || year > 2100) {
        throw new DateTimeException("Not a year of ours");
      }
      return Optional.of(
          LocalDate.of(
              year,
              Integer.parseInt(value(name + "-month").strip()),
              Integer.parseInt(value(name + "-day").strip())));
    } catch (NumberFormatException | DateTimeException notADay) {
      problem(name, words.say("plans.fields.no-day"));
      return Optional.empty();
    }
  }

  public boolean hasDay(String name) {
    return !(value(name + "-day") + value(name + "-month") + value(name + "-year")).isBlank();
  }

  /// A version from a hidden field; what is no number counts as one that never was.
  public int version() {
    try {
      int version = Integer.parseInt(value("version"));
      return version < Integer.MAX_VALUE ? version : -1;
    } catch (NumberFormatException tampered) {
      return -1;
    }
  }

  public void problem(String name, String sentence) {
    problems.putIfAbsent(name, sentence);
  }

  public @Nullable String problemOf(String name) {
    return problems.get(name);
  }

  /// In the order of the fields.
  public Map<String, String> problems() {
    return Collections.unmodifiableMap(problems);
  }

  public boolean isWrong() {
    return !problems.isEmpty();
  }
}
