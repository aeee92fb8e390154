package org.sightline.plans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One letter to the council.
public record LetterId(UUID value) {

  public static LetterId random() {
    return new LetterId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static LetterId of(String text) {
    return new LetterId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
