package org.sightline.people;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One number of a person.
public record IdentifierId(UUID value) {

  public static IdentifierId random() {
    return new IdentifierId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static IdentifierId of(String text) {
    return new IdentifierId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
