package org.sightline.network.ownmap;

import java.util.UUID;

/// Somebody or something a young person put on their map (B97 to B99).
///
/// @param name as they call them
/// @param ring from 1, the nearest, to [#RINGS]
/// @param angle in degrees, clockwise from the top
/// @param usedToBe whether it was so once, and is no longer
/// @param said what they say of it, in their words; may be empty
public record Someone(
    UUID id, Kind kind, String name, int ring, int angle, boolean usedToBe, String said) {

  public static final int RINGS = 3;
  public static final int LONGEST_NAME = 60;
  public static final int LONGEST_WORDS = 300;

  /// Who or what it is.
  public enum Kind {
    FRIEND,
    FAMILY,
    OTHER,
    GROUP,
    PLACE
  }

  public Someone {
    if (name.isBlank() || name.length() > LONGEST_NAME || said.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("A name is there and short, and so are the words");
    }
    if (ring < 1 || ring > RINGS || angle < 0 || angle >= 360) {
      throw new IllegalArgumentException("Not a place on the rings");
    }
  }

  public boolean isPerson() {
    return kind != Kind.GROUP && kind != Kind.PLACE;
  }

  public Someone at(int newRing, int newAngle) {
    return new Someone(id, kind, name, newRing, newAngle, usedToBe, said);
  }
}
