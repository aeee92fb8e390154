package org.sightline.people;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One copy that went out.
public record DisclosureId(UUID value) {

  public static DisclosureId random() {
    return new DisclosureId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static DisclosureId of(String text) {
    return new DisclosureId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
