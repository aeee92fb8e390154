package org.sightline.kernel;

import java.util.UUID;

/// Reads ids out of addresses and forms.
public final class Ids {

  private Ids() {}

  /// @throws NotThere when the text is no id
  public static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw new NotThere();
    }
  }
}
