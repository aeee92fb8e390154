package org.sightline.people;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One statement about a person.
public record StatementId(UUID value) {

  public static StatementId random() {
    return new StatementId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static StatementId of(String text) {
    return new StatementId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
