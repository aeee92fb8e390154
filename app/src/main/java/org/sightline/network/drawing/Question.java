package org.sightline.network.drawing;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.map.Field;

/// One question of a form.
///
/// @param options what can be chosen, by value; empty for what is typed
/// @param under the tick without which it is not asked and cannot be answered, or `null`
public record Question(
    Field field, Widget widget, Map<String, String> options, @Nullable Field under) {

  Question(Field field, Widget widget, Map<String, String> options) {
    this(field, widget, options, null);
  }

  /// How it is answered.
  public enum Widget {
    TEXT,
    AREA,
    SELECT,
    TICK,
    DAY
  }

  /// Of the field in the form.
  public String name() {
    return name(field);
  }

  /// Whether "nobody knows" can be ticked in place of typing something.
  public boolean mayBeUnknown() {
    return widget == Widget.TEXT && Field.ASKED.contains(field);
  }

  /// Of the tick that nobody knows.
  public String unknown() {
    return name() + "-not-known";
  }

  /// Of the tick it stands under, or empty.
  public String reveal() {
    return under == null ? "" : name(under);
  }

  static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
