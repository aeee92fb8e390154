package org.sightline.contexts.floorplans;

import java.util.List;
import java.util.stream.IntStream;

/// Zones for a school without a plan: tidy boxes to put names in (A44).
public final class LabelledBoxes {

  static final int MAX_BOXES = 100;
  private static final double GAP = 0.02;

  private LabelledBoxes() {}

  /// Boxes in rows from the top, all of one size, gaps between and around them.
  ///
  /// @param count 1 to 100
  public static List<Outline> lay(int count) {
    if (count < 1 || count > MAX_BOXES) {
      throw new IllegalArgumentException(
          "Between 1 and %d boxes can be laid, not %d".formatted(MAX_BOXES, count));
    }
    var columns = (int) Math.ceil(Math.sqrt(count));
    var rows = (count + columns - 1) / columns;
    var width = (1 - GAP) / columns - GAP;
    var height = (1 - GAP) / rows - GAP;
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                box(
                    GAP + i % columns * (width + GAP),
                    GAP + i / columns * (height + GAP),
                    width,
                    height))
        .toList();
  }

  private static Outline box(double left, double top, double width, double height) {
    return Outline.rectangle(new Corner(left, top), new Corner(left + width, top + height));
  }
}
