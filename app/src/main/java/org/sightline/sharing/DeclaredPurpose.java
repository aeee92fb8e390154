package org.sightline.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// What a workspace is for (product.md, rule 1).
///
/// @param agreement under which it shares, or `null` for none
/// @param whyNow why the work is begun now
/// @param reason why the purpose changed; `null` for the first
public record DeclaredPurpose(
    int version,
    Purpose purpose,
    Basis basis,
    @Nullable UUID agreement,
    String whyNow,
    @Nullable String reason,
    UserId by,
    Instant at) {}
