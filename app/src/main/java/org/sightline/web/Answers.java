package org.sightline.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A form as it was filled in, and what is wrong with it. What was typed stays typed. Drawn by the
/// templates in `web/fields`.
public final class Answers {

  private static final int MOST = 4000;
  private static final int LINE = 200;

  private final Words words;
  private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  public Answers(Words words, Map<String, String> values) {
    this.words = words;
    this.values.setAll(values);
  }

  /// For a form in which several can be ticked.
  public Answers(Words words, MultiValueMap<String, String> values) {
    this.words = words;
    values.forEach((name, all) -> all.forEach(value -> this.values.add(name, value)));
  }

  public static Answers none(Words words) {
    return new Answers(words, Map.of());
  }

  public Answers with(String name, @Nullable Object value) {
    if (value instanceof LocalDate day) {
      values.set(name + "-day", "" + day.getDayOfMonth());
      values.set(name + "-month", "" + day.getMonthValue());
      values.set(name + "-year", "" + day.getYear());
    } else if (value instanceof Iterable<?> many) {
      many.forEach(one -> values.add(name, String.valueOf(one)));
    } else if (value != null) {
      values.set(name, value.toString());
    }
    return this;
  }

  public String value(String name) {
    String first = values.getFirst(name);
    return first == null ? "" : first;
  }

  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  /// Whether it is among what was ticked.
  public boolean has(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  public boolean isTicked(String name) {
    return is(name, "yes");
  }

  /// What was typed on one line, or `null` when nothing was; too long a text is a problem.
  public @Nullable String line(String name) {
    return text(name, LINE);
  }

  /// What was typed on several lines, or `null` when nothing was.
  public @Nullable String lines(String name) {
    return text(name, MOST);
  }

  /// What was typed on one line; nothing is a problem, under these words.
  public String needLine(String name, String key) {
    return need(name, line(name), key);
  }

  /// What was typed on several lines; nothing is a problem, under these words.
  public String needLines(String name, String key) {
    return need(name, lines(name), key);
  }

  /// One of a closed set; anything else is a problem.
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of, String key) {
    var chosen = chosen(name, of);
    if (chosen.isEmpty()) {
      problem(name, words.say(key));
    }
    return chosen;
  }

  /// One of a closed set, or nothing.
  public <E extends Enum<E>> Optional<E> chosen(String name, Class<E> of) {
    return Arrays.stream(of.getEnumConstants())
        .filter(constant -> is(name, constant.name()))
        .findFirst();
  }

  /// All that were ticked of a closed set.
  public <E extends Enum<E>> Set<E> some(String name, Class<E> of) {
    Set<E> ticked = EnumSet.noneOf(of);
    for (E constant : of.getEnumConstants()) {
      if (has(name, constant.name())) {
        ticked.add(constant);
      }
    }
    return ticked;
  }

  /// The ids that were ticked; what is none is left out.
  public Set<UUID> ids(String name) {
    var ids = new TreeSet<UUID>();
    for (String value : values.getOrDefault(name, List.of())) {
      try {
        ids.add(UUID.fromString(value));
      } catch (IllegalArgumentException notAnId) {
        // not one of ours
      }
    }
    return ids;
  }

  /// A day from its three fields, of this century; nothing, half of it, or 31 June is a problem.
  public Optional<LocalDate> day(String name) {
    try {
      int year = number(name + "-year");
      var day = LocalDate.of(year, number(name + "-month"), number(name + "-day"));
      if (year >= 2000 && year <= 2100) {
        return Optional.of(day);
      }
    } catch (NumberFormatException | DateTimeException notADay) {
      // said below, in the same words
    }
    problem(name, words.say("web.fields.no-day"));
    return Optional.empty();
  }

  /// A day from its three fields, not before 1900; half of one, or 31 June, is a problem.
  ///
  /// @param latest the last day that can be
  /// @param key what to say when it is none or later
  public Optional<LocalDate> day(String name, LocalDate latest, String key) {
    try {
      int year = number(name + "-year");
      var day = LocalDate.of(year, number(name + "-month"), number(name + "-day"));
      if (year >= 1900 && !day.isAfter(latest)) {
        return Optional.of(day);
      }
    } catch (NumberFormatException | DateTimeException notADay) {
      // said below, in the same words
    }
    problem(name, words.say(key));
    return Optional.empty();
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

  private @Nullable String text(String name, int most) {
    String text = value(name).replace("\0", "").strip();
    if (text.length() > most) {
      problem(name, words.say("web.fields.too-long", most));
    }
    return text.isEmpty() ? null : text;
  }

  private String need(String name, @Nullable String text, String key) {
    if (text == null) {
      problem(name, words.say(key));
      return "";
    }
    return text;
  }

  private int number(String name) {
    return Integer.parseInt(value(name).strip());
  }
}
