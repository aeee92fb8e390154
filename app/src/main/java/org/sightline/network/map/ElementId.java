package org.sightline.network.map;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// Something on a map: a node, a line, or what a line rests on. Made where it is drawn, so that a
/// browser can go on while the connection is away.
public record ElementId(UUID value) implements Comparable<ElementId> {

  public static ElementId random() {
    return new ElementId(UUID.randomUUID());
  }

  public static ElementId of(String text) {
    return new ElementId(Ids.parse(text));
  }

  @Override
  public int compareTo(ElementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
