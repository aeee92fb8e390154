package org.sightline.contexts.floorplans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// A master plan.
public record FloorPlanId(UUID value) {

  public static FloorPlanId random() {
    return new FloorPlanId(UUID.randomUUID());
  }

  public static FloorPlanId of(String text) {
    return new FloorPlanId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
