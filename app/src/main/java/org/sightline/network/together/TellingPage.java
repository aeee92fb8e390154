package org.sightline.network.together;

import org.sightline.web.Answers;

/// What happens with a map, before it is drawn and after.
///
/// @param isDrawn whether there is one
/// @param isOpen whether it can still be drawn on
public record TellingPage(String base, boolean isDrawn, boolean isOpen, Answers form) {}
