package org.sightline.network.ownmap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A map as it is kept.
///
/// @param by the worker who drew it with them
/// @param told when they were told what happens with it, and said yes
/// @param last when something was last put on it
/// @param finished when they said that it is finished, or `null`
/// @param joins that hold
public record Drawn(
    UUID id,
    OwnMap map,
    UserId by,
    Instant told,
    Instant last,
    @Nullable Instant finished,
    boolean canUndo,
    boolean canRedo,
    List<Join> joins) {

  public Drawn with(OwnMap other, List<Join> others) {
    return new Drawn(id, other, by, told, last, finished, canUndo, canRedo, others);
  }
}
