package org.sightline.engagement.keying;

import java.util.HashMap;
import java.util.Map;
import org.sightline.engagement.marks.OpenSheet;

/// The answers to one sheet's differences: a field per place, `year`, `spoiled`.
final class SettlingForm {

  private SettlingForm() {}

  static boolean isComplete(Map<String, String> fields, Difference difference, OpenSheet sheet) {
    boolean spoiled = "yes".equals(fields.get("spoiled"));
    return (!difference.inSpoiling() || fields.containsKey("spoiled"))
        && (spoiled
            || (difference.places(sheet).stream()
                    .allMatch(place -> fields.containsKey(KeyingForm.PLACE + place.key()))
                && (!difference.inYear() || fields.containsKey("year"))));
  }

  static Reading read(Map<String, String> fields, Difference difference, OpenSheet sheet) {
    var marks = new HashMap<>(difference.first().marks());
    for (var place : difference.places(sheet)) {
      marks.remove(place.key());
      var level = KeyingForm.level(fields.getOrDefault(KeyingForm.PLACE + place.key(), ""));
      if (level != null) {
        marks.put(place.key(), level);
      }
    }
    Integer year = difference.first().yearGroup();
    if (difference.inYear()) {
      year = KeyingForm.number(fields.getOrDefault("year", ""));
      year = sheet.years().contains(year) ? year : null;
    }
    boolean spoiled =
        difference.inSpoiling()
            ? "yes".equals(fields.get("spoiled"))
            : difference.first().spoiled();
    return new Reading(marks, year, spoiled);
  }
}
