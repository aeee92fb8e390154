package org.sightline.engagement.marks;

import org.sightline.contexts.floorplans.ZoneKey;

/// How many maps of a round gave a zone each level. Blanks are not counted. Exact: what may be
/// shown of it, and to whom, is for the disclosure rules of `results`.
public record LevelCount(ZoneKey zone, int red, int yellow, int green) {

  /// The maps that answered for this zone.
  public int answered() {
    return red + yellow + green;
  }
}
