package org.sightline.network.drawing;

import java.util.Locale;
import java.util.Map;
import org.sightline.network.map.Field;

/// One question of a form.
///
/// @param options what can be chosen, by value; empty for what is typed
public record Question(Field field, Widget widget, Map<String, String> options) {

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

  static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
