package org.sightline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the audit, as it is read.
///
/// @param user who did it, or `null` for the application itself
/// @param detail ids and counts
/// @param denied whether it came to nothing because they may not
/// @param request correlates it with what the person was shown
/// @param ground as whom, from where, for what and let in by what; all empty in entries from before
///     that was written down
public record Entry(
    long number,
    Instant at,
    @Nullable UUID user,
    String act,
    @Nullable UUID workspace,
    @Nullable UUID object,
    @Nullable String detail,
    boolean denied,
    UUID request,
    Ground ground) {}
