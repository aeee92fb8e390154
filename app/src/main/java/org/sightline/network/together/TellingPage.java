package org.sightline.network.together;

import org.sightline.web.Answers;

/// What happens with a map, before it is drawn and after.
///
/// @param isDrawn whether there is one
public record TellingPage(String base, boolean isDrawn, Answers form) {}
