package org.sightline.engagement.marking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.kernel.Level;

/// A map as a form carries it: `year`, `slip`, and one field per place with R, Y, G or nothing.
/// Anything else, a name of our own twice, a place that is not on the sheet: refused whole.
///
/// @param slip made on the device, or `null`
record MarkingForm(UnslippedMap map, @Nullable SlipCode slip) {

  /// Before the key of a zone in the name of its field.
  static final String PLACE = "place-";

  /// @throws Unreadable when it did not come from our page
  static MarkingForm read(Map<String, String[]> fields, OpenSheet sheet) {
    var places =
        sheet.zones().stream().collect(Collectors.toMap(z -> PLACE + z.key(), z -> z.key()));
    Integer year = null;
    SlipCode slip = null;
    var marks = new LinkedHashMap<ZoneKey, Level>();
    for (var field : fields.entrySet()) {
      if (field.getValue().length != 1) {
        throw new Unreadable();
      }
      String value = field.getValue()[0];
      ZoneKey place = places.get(field.getKey());
      if (place != null) {
        var level = level(value);
        if (level != null) {
          marks.put(place, level);
        }
      } else {
        switch (field.getKey()) {
          case "year" -> year = year(value, sheet);
          case "slip" -> slip = slip(value, sheet);
          default -> throw new Unreadable();
        }
      }
    }
    return new MarkingForm(new UnslippedMap(year, marks), slip);
  }

  private static @Nullable Level level(String value) {
    return switch (value) {
      case "" -> null;
      case "R" -> Level.RED;
      case "Y" -> Level.YELLOW;
      case "G" -> Level.GREEN;
      default -> throw new Unreadable();
    };
  }

  private static @Nullable Integer year(String value, OpenSheet sheet) {
    if (value.isEmpty()) {
      return null;
    }
    return sheet.years().stream()
        .filter(year -> year.toString().equals(value))
        .findFirst()
        .orElseThrow(Unreadable::new);
  }

  private static @Nullable SlipCode slip(String value, OpenSheet sheet) {
    if (value.isEmpty()) {
      return null;
    }
    if (SlipCode.read(value) instanceof SlipCode.Reading.Correct correct
        && correct.code().tag().equals(sheet.tag())) {
      return correct.code();
    }
    throw new Unreadable();
  }
}
