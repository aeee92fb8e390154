package org.sightline.people;

import java.util.UUID;
import org.sightline.kernel.Ids;

/// One answer that a signpost waits for.
public record MatchId(UUID value) {

  public static MatchId random() {
    return new MatchId(UUID.randomUUID());
  }

  /// @throws org.sightline.kernel.NotThere when the text is no id
  public static MatchId of(String text) {
    return new MatchId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
