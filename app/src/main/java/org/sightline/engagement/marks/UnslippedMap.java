package org.sightline.engagement.marks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.Level;

/// A map whose slip code is still to be made or checked.
public record UnslippedMap(@Nullable Integer yearGroup, Map<ZoneKey, Level> marks) {

  public UnslippedMap {
    marks = Map.copyOf(marks);
  }

  SentMap with(SlipCode slip) {
    return new SentMap(slip, yearGroup, marks);
  }

  /// Hides the marks, so that no log can hold them.
  @Override
  public String toString() {
    return "UnslippedMap[hidden]";
  }
}
