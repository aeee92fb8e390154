package org.sightline.linkage.cleaning;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the columns of one list mean, by their headings. The first column of a meaning counts;
/// others of the same meaning are handed on and not compared.
///
/// @param places for each field the place of its column
public record Headings(Map<Field, Integer> places) {

  private static final Map<String, Field> KNOWN = known();

  public Headings {
    places = Map.copyOf(places);
  }

  /// @return what is known of these headings; empty if none is
  public static Headings of(List<String> headings) {
    var places = new EnumMap<Field, Integer>(Field.class);
    for (int i = 0; i < headings.size(); i++) {
      var field = fieldOf(headings.get(i));
      if (field != null) {
        places.putIfAbsent(field, i);
      }
    }
    if (places.containsKey(Field.SURNAME) || places.containsKey(Field.FORENAME)) {
      places.remove(Field.FULL_NAME);
    }
    return new Headings(places);
  }

  public static @Nullable Field fieldOf(String heading) {
    var plain =
        heading
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    var found = KNOWN.get(plain);
    if (found != null) {
      return found;
    }
    var shorter =
        plain.replaceFirst(
            "^(pupil|student|child|childs|child s|client|person|yp|subject|legal|home|current) ",
            "");
    return KNOWN.get(shorter);
  }

  private static Map<String, Field> known() {
    var known = new HashMap<String, Field>();
    for (var field : Field.values()) {
      field.headings().forEach(heading -> known.put(heading, field));
    }
    return known;
  }
}
