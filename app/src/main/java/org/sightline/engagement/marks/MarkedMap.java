package org.sightline.engagement.marks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.Level;

/// One young person's map on its way to where maps are counted. Nobody reads one afterwards.
///
/// @param marks a zone without an answer is left out
/// @param yearGroup the school year, 1 to 13, or `null` when it was not said
/// @param slip link to the slip in its open form ([PaperSlips#of]), or `null` for a sheet that was
///     handed in without a slip and can never be taken out
public record MarkedMap(
    Map<ZoneKey, Level> marks, @Nullable Integer yearGroup, @Nullable SlipHash slip) {

  public MarkedMap {
    marks = Map.copyOf(marks);
    if (yearGroup != null && (yearGroup < 1 || yearGroup > 13)) {
      throw new IllegalArgumentException("There is no year group " + yearGroup);
    }
    if (slip != null && !slip.isOpen()) {
      throw new IllegalArgumentException("A map arrives with its slip in the open form");
    }
  }

  /// Hides the marks, so that no log can hold them.
  @Override
  public String toString() {
    return "MarkedMap[hidden]";
  }
}
