package org.sightline.sharing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who receives something.
///
/// @param organisation `null` for the young person's family, or somebody described in words
/// @param person the person or team there
public record Recipient(UUID id, @Nullable UUID organisation, @Nullable String person) {

  public static Recipient at(UUID organisation, @Nullable String person) {
    return new Recipient(UUID.randomUUID(), organisation, person);
  }

  public static Recipient family(@Nullable String person) {
    return new Recipient(UUID.randomUUID(), null, person);
  }

  /// Somebody outside the list of organisations, as the person who told them describes them.
  static Recipient described(@Nullable String who) {
    return new Recipient(UUID.randomUUID(), null, who);
  }
}
