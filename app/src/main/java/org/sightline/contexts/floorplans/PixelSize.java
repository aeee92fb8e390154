package org.sightline.contexts.floorplans;

/// Width and height in dots.
record PixelSize(int width, int height) {

  /// The size a picture is kept at: never enlarged, the long side at most
  /// [PlanLimits#MAX_SIDE].
  static PixelSize fitted(long width, long height) {
    var longest = Math.max(width, height);
    if (longest <= PlanLimits.MAX_SIDE) {
      return new PixelSize((int) width, (int) height);
    }
    var scale = (double) PlanLimits.MAX_SIDE / longest;
    return new PixelSize(scaled(width, scale), scaled(height, scale));
  }

  private static int scaled(long side, double scale) {
    return (int) Math.max(1, Math.min(PlanLimits.MAX_SIDE, Math.round(side * scale)));
  }
}
