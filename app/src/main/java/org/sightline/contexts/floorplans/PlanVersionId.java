package org.sightline.contexts.floorplans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// A plan as it was saved once.
public record PlanVersionId(UUID value) {

  public static PlanVersionId random() {
    return new PlanVersionId(UUID.randomUUID());
  }

  public static PlanVersionId of(String text) {
    return new PlanVersionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
