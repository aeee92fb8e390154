package org.sightline.contexts.floorplans;

import java.util.List;

/// What came of the corners somebody typed or drew.
public sealed interface Drawn {

  record Accepted(Outline outline) implements Drawn {}

  /// @param sentence what was wrong, where, and what to do
  record Refused(String sentence) implements Drawn {}

  /// Puts corners to [ZoneRules].
  static Drawn of(List<Corner> corners) {
    return ZoneRules.check(corners)
        .<Drawn>map(Refused::new)
        .orElseGet(() -> new Accepted(new Outline(corners)));
  }
}
