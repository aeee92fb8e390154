package org.sightline.network.map;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Letters and numbers in place of names (practice.md, Safety 4). Somebody keeps theirs whatever is
/// drawn, taken off or joined later, and whoever reads: they follow from the whole log.
public final class Letters {

  private Letters() {}

  /// What stands in place of a name.
  ///
  /// @param kind what it was first said to be
  /// @param mark "A" to "Z", then "AA"; for all but young people and groups "1", "2"
  public record Letter(NodeKind kind, String mark) {}

  /// @param entries all of them, in order
  public static Map<ElementId, Letter> of(Iterable<Entry> entries) {
    var letters = new LinkedHashMap<ElementId, Letter>();
    var counted = new EnumMap<NodeKind, Integer>(NodeKind.class);
    for (var entry : entries) {
      for (var change : entry.edit().changes()) {
        if (change.field() == Field.KIND && !change.value().isEmpty()) {
          letters.computeIfAbsent(
              change.element(),
              none -> {
                var kind = NodeKind.valueOf(change.value());
                int number = counted.merge(kind, 1, Integer::sum);
                boolean lettered = kind == NodeKind.YOUNG_PERSON || kind == NodeKind.PEER_GROUP;
                return new Letter(kind, lettered ? letter(number) : "" + number);
              });
        }
      }
    }
    return letters;
  }

  private static String letter(int number) {
    var letters = new StringBuilder();
    for (int left = number; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString();
  }
}
