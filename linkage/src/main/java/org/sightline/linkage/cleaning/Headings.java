package org.sightline.linkage.cleaning;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the columns of one list mean, by their headings. The first column of a meaning counts;
/// others of the same meaning are handed on and not compared.
///
/// @param places for each field the place of its column
public record Headings(Map<Field, Integer> places) {

  private static final Map<String, Field> KNOWN = known();
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]?");
  private static final Pattern WHOSE =
      Pattern.compile(
          "^(pupil|student|learner|child|childs|client|patient|person|young person|yp|subject|legal|home|current)( s)? ");

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

  /// What a heading means, also with a remark in brackets, a plural in brackets, somebody's before
  /// it, or two words for one thing.
  ///
  /// @return nothing where it is not known or could mean two things
  public static @Nullable Field fieldOf(String heading) {
    var spaced =
        heading
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\(e?s\\)", "");
    var found = known(spaced);
    var bracketed = BRACKETS.matcher(spaced);
    if (found != null || !bracketed.find()) {
      return found != null ? found : ofEither(spaced);
    }
    var inside = bracketed.group(1);
    var outside = BRACKETS.matcher(spaced).replaceAll(" ");
    found = known(inside + " " + outside);
    if (found != null) {
      return found;
    }
    var remark = ofEither(inside);
    var meaning = ofEither(outside);
    if (meaning == null || remark == null) {
      return meaning == null ? remark : meaning;
    }
    return remark == meaning ? meaning : null;
  }

  /// "Surname/Family name" is a surname, "Forename/Surname" a whole name, "School/Postcode"
  /// nothing.
  private static @Nullable Field ofEither(String text) {
    var meant = EnumSet.noneOf(Field.class);
    for (var part : text.split("/|\\bor\\b")) {
      var field = known(part);
      if (field != null) {
        meant.add(field);
      }
    }
    if (meant.equals(EnumSet.of(Field.FORENAME, Field.SURNAME))) {
      return Field.FULL_NAME;
    }
    return meant.size() == 1 ? meant.iterator().next() : null;
  }

  private static @Nullable Field known(String text) {
    var plain = text.replaceAll("[^a-z0-9]+", " ").strip();
    var found = KNOWN.get(plain);
    while (found == null) {
      var shorter = WHOSE.matcher(plain).replaceFirst("");
      if (shorter.equals(plain)) {
        return null;
      }
      plain = shorter;
      found = KNOWN.get(plain);
    }
    return found;
  }

  private static Map<String, Field> known() {
    var known = new HashMap<String, Field>();
    for (var field : Field.values()) {
      field.headings().forEach(heading -> known.put(heading, field));
    }
    return known;
  }
}
