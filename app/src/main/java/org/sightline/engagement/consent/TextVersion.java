package org.sightline.engagement.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of a school's consent form as they stood once (ST-10).
///
/// @param id `null` while they are the shipped words and nobody has used them yet
/// @param number from 1
/// @param madeOn when, or `null` for the shipped words
public record TextVersion(
    @Nullable UUID id, int number, ConsentText text, @Nullable LocalDate madeOn) {}
