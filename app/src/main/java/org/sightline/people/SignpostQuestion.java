package org.sightline.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// A question from outside about somebody a piece of work holds, for its chair.
///
/// @param answer `null` while it waits
public record SignpostQuestion(
    MatchId id,
    WorkspaceId workspace,
    PersonId person,
    UserId askedBy,
    Instant at,
    String reason,
    Signpost.@Nullable Answer answer) {}
