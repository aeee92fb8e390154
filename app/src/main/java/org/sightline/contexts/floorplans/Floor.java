package org.sightline.contexts.floorplans;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One floor of a plan, from 0 in the order in which people read them.
///
/// @param width of its picture in dots; of an empty sheet where there is none
/// @param picture what it looks like, or `null` for labelled boxes on an empty sheet (A44)
public record Floor(int position, String name, int width, int height, @Nullable UUID picture) {

  public Floor {
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("A floor needs a name of up to 60 letters: " + name);
    }
  }

  /// An empty sheet as wide as A4 lying down.
  public static Floor empty(int position, String name) {
    return new Floor(position, name, 1400, 990, null);
  }
}
