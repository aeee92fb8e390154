package org.sightline.scan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// How a place feels to a student, or that no answer was given. Blank does not mean green.
public enum Level {
  RED,
  YELLOW,
  GREEN,
  BLANK;

  /// The three that are coloured, in the order they are printed.
  public static final List<Level> COLOURS = List.of(RED, YELLOW, GREEN);

  /// As written in files: `red`.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Level read(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
