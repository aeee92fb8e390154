package org.sightline.sharing.pages;

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
import org.sightline.web.Words;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A form as it was filled in, and what is wrong with it. What was typed stays typed.
public final class Filled {

  private static final int MOST = 4000;

  private final Words words;
  private final MultiValueMap<String, String> values;
  private final Map<String, String> problems = new LinkedHashMap<>();

  public Filled(Words words, MultiValueMap<String, String> values) {
    this.words = words;
    this.values = new LinkedMultiValueMap<>();
    values.forEach((name, all) -> all.forEach(value -> this.values.add(name, value)));
  }

  public static Filled empty(Words words) {
    return new Filled(words, new LinkedMultiValueMap<>());
  }

  public Filled with(String name, @Nullable Object value) {
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

  /// What was typed, or `null` when nothing was; too long a text is a problem.
  public @Nullable String text(String name) {
    String text = value(name).strip();
    if (text.length() > MOST) {
      problem(name, words.say("sharing.fields.too-long", MOST));
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

  /// One of a closed list, or `null` for anything else.
  public <E extends Enum<E>> @Nullable E one(String name, Class<E> of) {
    return Arrays.stream(of.getEnumConstants())
        .filter(constant -> constant.name().equals(value(name)))
        .findFirst()
        .orElse(null);
  }

  /// One of a closed list; anything else is a problem.
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of, String key) {
    E chosen = one(name, of);
    if (chosen == null) {
      problem(name, words.say(key));
    }
    return Optional.ofNullable(chosen);
  }

  /// All that were ticked of a closed list.
  public <E extends Enum<E>> Set<E> some(String name, Class<E> of) {
    Set<E> chosen = EnumSet.noneOf(of);
    for (E constant : of.getEnumConstants()) {
      if (has(name, constant.name())) {
        chosen.add(constant);
      }
    }
    return chosen;
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
      problem(name, words.say("sharing.fields.no-day"));
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
