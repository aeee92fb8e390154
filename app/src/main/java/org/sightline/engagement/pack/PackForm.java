package org.sightline.engagement.pack;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.engagement.planning.Session;

/// The numbers of copies as they were typed.
///
/// @param typed by part; what was typed stays typed
record PackForm(Map<Part, String> typed) {

  PackForm {
    typed = Map.copyOf(typed);
  }

  static PackForm offered(Session session) {
    var offered = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      offered.put(part, "" + part.copiesFor(session));
    }
    return new PackForm(offered);
  }

  /// What was sent: one field for each part. A field that is not there counts as 0.
  static PackForm sent(Map<String, String> fields) {
    var sent = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      sent.put(part, fields.getOrDefault(part.slug(), "0").strip());
    }
    return new PackForm(sent);
  }

  String of(Part part) {
    return typed.getOrDefault(part, "0");
  }

  /// The parts, of these, whose number is not one from 0 to [Part#MOST].
  Set<Part> wrong(List<Part> parts) {
    var wrong = EnumSet.noneOf(Part.class);
    parts.stream()
        .filter(part -> !of(part).matches("\\d{1,2}") || count(part) > Part.MOST)
        .forEach(wrong::add);
    return wrong;
  }

  /// What is to be printed of these parts, once none of them is [#wrong].
  Order order(List<Part> parts) {
    var copies = new EnumMap<Part, Integer>(Part.class);
    parts.stream().filter(part -> count(part) > 0).forEach(part -> copies.put(part, count(part)));
    return new Order(copies);
  }

  private int count(Part part) {
    return Integer.parseInt(of(part));
  }
}
