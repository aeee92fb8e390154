package org.sightline.engagement.pack;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How many copies of which parts are to be printed.
///
/// @param copies from 1 to [Part#MOST] of each part named; a part that is not named is not printed
record Order(Map<Part, Integer> copies) {

  Order {
    copies = Map.copyOf(copies);
    copies.forEach(
        (part, count) -> {
          if (count < 1 || count > Part.MOST) {
            throw new IllegalArgumentException(
                "%d copies of %s cannot be printed".formatted(count, part.slug()));
          }
        });
  }

  int of(Part part) {
    return copies.getOrDefault(part, 0);
  }

  boolean isEmpty() {
    return copies.isEmpty();
  }

  /// How many labels and slip codes it takes.
  int labelledSheets() {
    return of(Part.PLAN_SHEETS) + of(Part.LIST_SHEETS) + of(Part.LARGE_PLAN_SHEETS);
  }

  /// Whether there is anything but sheets for a machine to read.
  boolean hasOtherParts() {
    return copies.keySet().stream()
        .anyMatch(part -> part != Part.PLAN_SHEETS && part != Part.LIST_SHEETS);
  }

  /// For the audit: counts and nothing else, as in "plan-sheets: 10, help-slips: 10".
  String inWords() {
    return new EnumMap<>(copies)
        .entrySet().stream()
            .map(entry -> entry.getKey().slug() + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
