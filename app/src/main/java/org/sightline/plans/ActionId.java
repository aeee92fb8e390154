package org.sightline.plans;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One action of a plan.
public record ActionId(UUID value) {

  public static ActionId random() {
    return new ActionId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static ActionId of(String text) {
    return new ActionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
