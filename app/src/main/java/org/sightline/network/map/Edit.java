package org.sightline.network.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What somebody does to a map in one go: all of it happens, or nothing.
///
/// @param id made where the edit is made: the same edit that arrives twice is one edit
/// @param changes no two of them about the same thing; none when all it spoke of has been erased
public record Edit(UUID id, List<Change> changes) {

  public Edit {
    changes = List.copyOf(changes);
    var seen = new HashSet<Said>();
    for (var change : changes) {
      if (!seen.add(new Said(change.element(), change.field()))) {
        throw new IllegalArgumentException("An edit says two things of " + change.field());
      }
    }
  }

  public static Edit of(Change... changes) {
    return new Edit(UUID.randomUUID(), List.of(changes));
  }

  /// Says several things of one element.
  public static Edit of(ElementId element, Map<Field, String> values) {
    var changes = new ArrayList<Change>();
    values.forEach((field, value) -> changes.add(new Change(element, field, value)));
    return new Edit(UUID.randomUUID(), changes);
  }

  /// What it says of each element, in its order.
  public Map<ElementId, Map<Field, String>> byElement() {
    var said = new LinkedHashMap<ElementId, Map<Field, String>>();
    for (var change : changes) {
      said.computeIfAbsent(change.element(), none -> new EnumMap<>(Field.class))
          .put(change.field(), change.value());
    }
    return said;
  }

  /// This and then that, as one.
  public Edit and(Edit other) {
    var both = new ArrayList<>(changes);
    both.addAll(other.changes());
    return new Edit(id, both);
  }

  private record Said(ElementId element, Field field) {}
}
