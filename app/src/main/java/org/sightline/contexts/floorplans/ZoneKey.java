package org.sightline.contexts.floorplans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// A place on a plan. The same place keeps its key over all versions of its plan.
public record ZoneKey(UUID value) implements Comparable<ZoneKey> {

  public static ZoneKey random() {
    return new ZoneKey(UUID.randomUUID());
  }

  public static ZoneKey of(String text) {
    return new ZoneKey(Ids.parse(text));
  }

  @Override
  public int compareTo(ZoneKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
