package org.sightline.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On what ground somebody did something, as it was at that moment (AU-01). What is `null` was not
/// recorded, or plays no part.
///
/// @param agency which organisation they work for
/// @param role the role that let them in; else every role they had that day, parted by spaces
/// @param purpose what they had the piece of work open for
/// @param way what let them in: `MEMBERSHIP`, `BREAK_GLASS` or `PASS`
/// @param grant the id of that membership, hour or pass
public record Ground(
    @Nullable UUID agency,
    @Nullable String role,
    @Nullable String purpose,
    @Nullable String way,
    @Nullable UUID grant) {

  /// What the application does by itself has none.
  static final Ground NONE = new Ground(null, null, null, null, null);

  public Ground {
    if ((way == null) != (grant == null)) {
      throw new IllegalArgumentException("What lets somebody in has a kind and an id");
    }
  }
}
