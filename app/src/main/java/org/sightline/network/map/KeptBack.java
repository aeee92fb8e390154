package org.sightline.network.map;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What somebody must not find on a map: a person whose record is closed to them, whoever turned
/// out to be that person, every line to them, what those lines rest on, and the gaps that turned
/// into any of it (AC-05, AC-08).
public final class KeptBack {

  private KeptBack() {}

  /// @param entries all of them, in order
  /// @param records closed to the reader
  /// @return empty when the reader may see the whole map
  public static Set<ElementId> from(Collection<Entry> entries, Set<UUID> records) {
    if (records.isEmpty()) {
      return Set.of();
    }
    var hidden = new HashSet<ElementId>();
    said(entries, Field.RECORD)
        .forEach(
            (element, values) -> {
              if (values.stream().map(UUID::fromString).anyMatch(records::contains)) {
                hidden.add(element);
              }
            });
    return withAllThatPoints(hidden, entries);
  }

  /// What is off the map now, and all that rests on it: who only reads finds no list of those who
  /// are no longer part (AC-08).
  public static Set<ElementId> gone(Collection<Entry> entries) {
    var gone = new HashSet<ElementId>();
    Picture.of(entries).everyNode().filter(node -> !node.isOn()).forEach(n -> gone.add(n.id()));
    return gone.isEmpty() ? gone : withAllThatPoints(gone, entries);
  }

  private static Set<ElementId> withAllThatPoints(
      Set<ElementId> hidden, Collection<Entry> entries) {
    spread(hidden, said(entries, Field.SAME_AS));
    for (var pointing :
        List.of(Field.FROM, Field.TO, Field.ON, Field.ASKS_OF, Field.BECAME, Field.RAISED_BY)) {
      spread(hidden, said(entries, pointing));
    }
    return hidden;
  }

  /// Everything that was ever said of a field: also what was taken back names somebody.
  private static Map<ElementId, Set<String>> said(Collection<Entry> entries, Field field) {
    var said = new HashMap<ElementId, Set<String>>();
    for (var entry : entries) {
      for (var change : entry.edit().changes()) {
        if (change.field() == field && !change.value().isEmpty()) {
          said.computeIfAbsent(change.element(), none -> new HashSet<>(1)).add(change.value());
        }
      }
    }
    return said;
  }

  /// Hides whatever points to something hidden, until nothing new is found.
  private static void spread(Set<ElementId> hidden, Map<ElementId, Set<String>> pointing) {
    boolean found;
    do {
      found = false;
      for (var each : pointing.entrySet()) {
        if (each.getValue().stream().map(ElementId::of).anyMatch(hidden::contains)) {
          found |= hidden.add(each.getKey());
        }
      }
    } while (found);
  }
}
