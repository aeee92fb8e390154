package org.sightline.network.versions;

import java.util.Set;
import org.sightline.network.drawing.View;

/// A version as the picture draws it, with what came since.
///
/// @param said its name, and the day
/// @param came by id, what is on the map now and not in this version
/// @param gone by id, what is in this version and not on the map now
public record Past(View view, String said, Set<String> came, Set<String> gone) {}
