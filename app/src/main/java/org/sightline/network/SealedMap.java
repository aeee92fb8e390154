package org.sightline.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sightline.kernel.UserId;

/// The version of the map that a meeting left: what its log held up to an entry. Nothing is copied,
/// so that what is erased or closed to somebody is so in every version.
///
/// @param number in the order in which versions were sealed, from one
/// @param day of the meeting; a map is always dated (B92)
/// @param entry the last it holds
/// @param isOver whether it was taken back, by its author on the same day
/// @param because why it was taken back; empty while it holds
public record SealedMap(
    UUID id,
    int number,
    UUID session,
    MappingSession.Kind kind,
    LocalDate day,
    long entry,
    UserId by,
    Instant at,
    boolean isOver,
    String because) {}
