package org.sightline.people;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One person's record.
public record PersonId(UUID value) {

  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static PersonId of(String text) {
    return new PersonId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
