package org.sightline.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody received a record.
///
/// @param version of the share; the record went along as it was at `at`
/// @param organisation its name, or `null` for the family or somebody described in words
/// @param person the person or team
/// @param arrived whether somebody said that it did or did not, or `null`
public record Received(
    UUID share,
    int version,
    @Nullable String organisation,
    @Nullable String person,
    @Nullable Purpose purpose,
    @Nullable HandOver route,
    Instant at,
    @Nullable Boolean arrived) {}
