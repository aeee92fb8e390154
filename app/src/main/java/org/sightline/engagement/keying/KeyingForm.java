package org.sightline.engagement.keying;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.kernel.Level;

/// A sheet as the form carries it: `label`, `version`, `year`, `spoiled`, and one field per place
// with R,
/// Y, G or nothing. What cannot have come from our form counts as nothing, and so as no answer.
///
/// @param label as it was typed
/// @param version of the sheet the person had before them, 0 for none
record KeyingForm(String label, int version, Reading reading) {

  /// Before the key of a zone in the name of its field.
  static final String PLACE = "place-";

  static KeyingForm read(Map<String, String> fields, OpenSheet sheet) {
    var typed = fields.getOrDefault("label", "").strip();
    return new KeyingForm(
        typed.length() > 20 ? "" : typed,
        number(fields.getOrDefault("version", "")),
        new Reading(
            marks(fields, sheet),
            year(fields.getOrDefault("year", ""), sheet),
            fields.containsKey("spoiled")));
  }

  static KeyingForm empty() {
    return new KeyingForm("", 0, Reading.blank());
  }

  static @Nullable Level level(String letter) {
    return switch (letter) {
      case "R" -> Level.RED;
      case "Y" -> Level.YELLOW;
      case "G" -> Level.GREEN;
      default -> null;
    };
  }

  static int number(String typed) {
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  private static Map<ZoneKey, Level> marks(Map<String, String> fields, OpenSheet sheet) {
    var marks = new LinkedHashMap<ZoneKey, Level>();
    for (var zone : sheet.zones()) {
      var level = level(fields.getOrDefault(PLACE + zone.key(), ""));
      if (level != null) {
        marks.put(zone.key(), level);
      }
    }
    return marks;
  }

  private static @Nullable Integer year(String typed, OpenSheet sheet) {
    return sheet.years().stream().filter(y -> y.toString().equals(typed)).findFirst().orElse(null);
  }
}
