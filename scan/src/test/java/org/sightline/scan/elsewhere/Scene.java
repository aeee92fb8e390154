package org.sightline.scan.elsewhere;

/// What a telephone finds and how it is held.
///
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param tilt at most, in degrees
/// @param curl in millimetres at most
/// @param dim how dark the light may be, 0 to 1
/// @param cast red, green and blue of the lamp that the camera did not allow for
/// @param shadow how much of the light it takes, 0 to 1
/// @param thumb whether a thumb lies on a marker
/// @param quality of the JPEG at least
/// @param quality2 of the JPEG at most
public record Scene(
    int width,
    int height,
    double tilt,
    double curl,
    double dim,
    double[] cast,
    double shadow,
    boolean thumb,
    double quality,
    double quality2) {

  private static final double[] DAY = {1, 1, 1};

  /// What most pictures are like: 8 megapixels, held by hand over a desk.
  public static Scene usual() {
    return new Scene(3264, 2448, 14, 2, 0.25, DAY, 0.25, false, 0.6, 0.93);
  }

  public Scene tilted(double degrees) {
    return new Scene(width, height, degrees, curl, dim, cast, shadow, thumb, quality, quality2);
  }

  public Scene curled(double millimetres) {
    return new Scene(width, height, tilt, millimetres, dim, cast, shadow, thumb, quality, quality2);
  }

  public Scene dimmed(double by) {
    return new Scene(width, height, tilt, curl, by, cast, shadow, thumb, quality, quality2);
  }

  public Scene under(double red, double green, double blue) {
    return new Scene(
        width,
        height,
        tilt,
        curl,
        dim,
        new double[] {red, green, blue},
        shadow,
        thumb,
        quality,
        quality2);
  }

  public Scene shaded(double by) {
    return new Scene(width, height, tilt, curl, dim, cast, by, thumb, quality, quality2);
  }

  public Scene withThumb() {
    return new Scene(width, height, tilt, curl, dim, cast, shadow, true, quality, quality2);
  }

  public Scene ofQuality(double jpeg) {
    return new Scene(width, height, tilt, curl, dim, cast, shadow, thumb, jpeg, jpeg + 0.01);
  }

  public Scene of(int pixelsWide, int pixelsHigh) {
    return new Scene(
        pixelsWide, pixelsHigh, tilt, curl, dim, cast, shadow, thumb, quality, quality2);
  }
}
