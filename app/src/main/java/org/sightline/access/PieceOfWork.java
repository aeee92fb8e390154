package org.sightline.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// Casework with the purpose that holds, or held.
///
/// @param version of its purpose, from one
/// @param changedBecause why the purpose changed, or `null` for the first
public record PieceOfWork(
    WorkspaceId id,
    int version,
    Purpose purpose,
    @Nullable String changedBecause,
    UserId by,
    Instant at) {}
