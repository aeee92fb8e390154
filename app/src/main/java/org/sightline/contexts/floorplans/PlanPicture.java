package org.sightline.contexts.floorplans;

/// A picture of a floor that we encoded ourselves: a PNG without metadata, at most 2,400 dots a
/// side.
///
/// The bytes are not copied and must not be changed.
///
/// @param width in dots
/// @param height in dots
public record PlanPicture(byte[] png, int width, int height) {

  public PlanPicture {
    if (FileKind.of(png) != FileKind.PNG) {
      throw new IllegalArgumentException("A plan picture must be a PNG");
    }
    if (Math.min(width, height) < PlanLimits.MIN_SIDE
        || Math.max(width, height) > PlanLimits.MAX_SIDE) {
      throw new IllegalArgumentException(
          "A plan picture of %d × %d dots is not between %d and %d a side"
              .formatted(width, height, PlanLimits.MIN_SIDE, PlanLimits.MAX_SIDE));
    }
  }
}
