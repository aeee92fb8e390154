package org.sightline.network.ownmap;

import java.util.UUID;

/// That somebody on a young person's map is somebody on the map of the professionals. Said by a
/// person, never by the program.
///
/// @param someone on their map; the id of the map itself is "me"
/// @param node on the other map
public record Join(UUID id, UUID someone, UUID node) {}
