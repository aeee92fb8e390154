package org.sightline.kernel;

import java.time.Instant;
import java.util.UUID;

/// Something that should have been done by now: what kind of thing and which, never about whom.
///
/// @param kind in plain words, as in "concern not seen"
/// @param since the moment from which it is late
public record Late(String kind, UUID id, Instant since) {}
