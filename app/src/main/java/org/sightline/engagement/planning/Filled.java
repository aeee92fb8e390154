package org.sightline.engagement.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form as it was filled in, with what is wrong in it: what was typed stays typed.
public final class Filled {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 4000;

  private final Map<String, List<String>> values;
  private final Map<String, String> problems = new LinkedHashMap<>();

  /// What arrived with a POST.
  public Filled(Map<String, List<String>> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /// A form nobody has filled in yet.
  public static Filled empty() {
    return new Filled(Map.of());
  }

  /// Puts a value in before the form is shown.
  public Filled put(String name, @Nullable Object value) {
    values.put(name, value == null ? List.of() : List.of(value.toString()));
    return this;
  }

  /// Puts a day into its three fields.
  public Filled put(String name, LocalDate day) {
    put(name + "-day", day.getDayOfMonth());
    put(name + "-month", day.getMonthValue());
    return put(name + "-year", day.getYear());
  }

  public Filled putAll(String name, List<String> all) {
    values.put(name, List.copyOf(all));
    return this;
  }

  /// What is in a field, without spaces around it; "" when nothing is.
  public String text(String name) {
    var all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /// What is in a field, or `null` when nothing is.
  public @Nullable String textIfAny(String name) {
    var text = text(name);
    if (text.length() > LONGEST) {
      problem(name, "This is too long: shorten it to %d letters.".formatted(LONGEST));
    }
    return text.isEmpty() ? null : text;
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean ticked(String name) {
    return !text(name).isEmpty();
  }

  public boolean is(String name, String value) {
    return all(name).contains(value);
  }

  /// What is in a field that must be filled.
  ///
  /// @param missing what to say when it is not
  public String needed(String name, int longest, String missing) {
    var text = text(name);
    if (text.isEmpty()) {
      problem(name, missing);
    } else if (text.length() > longest) {
      problem(name, "This is too long: shorten it to %d letters.".formatted(longest));
    }
    return text;
  }

  /// The day in the three fields of this name, or `null` with a problem noted when there is none.
  public @Nullable LocalDate day(String name) {
    try {
      int year = Integer.parseInt(text(name + "-year"));
      year = year >= 0 && year < 100 ? 2000 + year : year;
      if (year < 2000 || year > 2100) {
        throw new DateTimeException("Not a year of ours");
      }
      return LocalDate.of(
          year, Integer.parseInt(text(name + "-month")), Integer.parseInt(text(name + "-day")));
    } catch (NumberFormatException | DateTimeException notADay) {
      problem(name, "Write the day as three numbers, for example 12 3 2027.");
      return null;
    }
  }

  public boolean hasDay(String name) {
    return ticked(name + "-day") || ticked(name + "-month") || ticked(name + "-year");
  }

  /// A time such as `9:05`, `13.40` or `2pm`, or `null` with a problem noted.
  public @Nullable LocalTime time(String name) {
    var found = TIME.matcher(text(name));
    if (found.matches()) {
      int hour = Integer.parseInt(found.group(1));
      int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
      if ("pm".equalsIgnoreCase(found.group(3)) && hour < 12) {
        hour += 12;
      }
      if (hour < 24 && minute < 60) {
        return LocalTime.of(hour, minute);
      }
    }
    problem(name, "Write the time as hours and minutes, for example 9:05 or 13:40.");
    return null;
  }

  /// A whole number, or `null` when the field is empty; a problem is noted when it is no number.
  public @Nullable Integer number(String name, int least, int most) {
    var text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("\\d{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problem(name, "Write a whole number from %d to %d.".formatted(least, most));
    return null;
  }

  public <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text(name))) {
        return one;
      }
    }
    return otherwise;
  }

  public void problem(String name, String sentence) {
    problems.putIfAbsent(name, sentence);
  }

  public boolean hasProblems() {
    return !problems.isEmpty();
  }

  /// What is wrong, by field, in the order of the form.
  public Map<String, String> problems() {
    return problems;
  }

  public @Nullable String problemAt(String name) {
    return problems.get(name);
  }

  public List<String> names() {
    return new ArrayList<>(values.keySet());
  }
}
