package org.sightline.kernel;

import java.io.Serializable;
import java.util.UUID;

/// Who somebody is inside Sightline: random, and never a name.
public record UserId(UUID value) implements Serializable {

  public static UserId random() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
