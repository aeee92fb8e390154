package org.sightline.contexts.floorplans;

/// A zone to begin with, offered and never imposed.
///
/// @param outside whether it is outdoors or beyond the gates, where the school may not be in charge
public record StarterZone(String name, boolean outside) {

  public StarterZone {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A starter zone needs a name");
    }
  }
}
