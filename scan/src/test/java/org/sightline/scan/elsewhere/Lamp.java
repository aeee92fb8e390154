package org.sightline.scan.elsewhere;

import java.util.SplittableRandom;

/// A lamp at one side, the shadow of whoever holds the telephone, and perhaps a thumb.
final class Lamp {

  private final double[] cast = new double[3];
  private final double lampX;
  private final double lampY;
  private final double lampZ;
  private final double full;
  private final double shadow;
  private final double shadowX;
  private final double shadowY;
  private final double shadowTurn;
  private final double shadowWide;
  private final double soft;
  private final double dark;
  private final double vignette;
  private final boolean thumb;
  private final double thumbX;
  private final double thumbY;

  Lamp(SplittableRandom random, Scene scene, double wide, double high) {
    double most = 0;
    for (int k = 0; k < 3; k++) {
      cast[k] = scene.cast()[k] * random.nextDouble(0.95, 1.05);
      most = Math.max(most, cast[k]);
    }
    for (int k = 0; k < 3; k++) {
      cast[k] /= most;
    }
    lampX = random.nextDouble(-1.2, 2.2) * wide;
    lampY = random.nextDouble(-1.2, 2.2) * high;
    lampZ = random.nextDouble(500, 1500);
    full = Math.max(light(wide / 2, high / 2), Math.max(light(0, 0), light(wide, high)));
    shadow = random.nextDouble() < 0.7 ? scene.shadow() * random.nextDouble(0.6, 1.3) : 0;
    shadowX = random.nextDouble() * wide;
    shadowY = random.nextDouble() * high;
    shadowTurn = random.nextDouble(Math.PI);
    shadowWide = random.nextDouble(40, 140);
    soft = random.nextDouble(2, 25);
    dark = 1 - scene.dim() * random.nextDouble(0.5, 1);
    vignette = random.nextDouble(0, 0.25);
    thumb = scene.thumb();
    boolean right = random.nextBoolean();
    boolean low = random.nextBoolean();
    thumbX = right ? wide - 11 : 11;
    thumbY = low ? high - 51 : 11;
  }

  private double light(double x, double y) {
    double dx = x - lampX;
    double dy = y - lampY;
    double far = Math.sqrt(dx * dx + dy * dy + lampZ * lampZ);
    return lampZ / (far * far * far);
  }

  /// How much of each colour arrives at a place of the page and from there at a spot of the
  /// picture.
  void at(double x, double y, double acrossPicture, double downPicture, double[] into) {
    double level = 0.25 + 0.75 * light(x, y) / full;
    double off =
        Math.abs((x - shadowX) * Math.cos(shadowTurn) + (y - shadowY) * Math.sin(shadowTurn))
            - shadowWide / 2;
    double inShadow = shadow / (1 + Math.exp(Math.clamp(off / soft * 4, -40, 40)));
    double fromMiddle =
        (acrossPicture - 0.5) * (acrossPicture - 0.5) + (downPicture - 0.5) * (downPicture - 0.5);
    level *= dark * dark * (1 - vignette * 2 * fromMiddle) * 0.93;
    for (int k = 0; k < 3; k++) {
      // A shadow is lit by the rest of the room, which is bluer.
      into[k] = level * cast[k] * (1 - inShadow * (k == 2 ? 0.93 : 1));
    }
  }

  boolean isSkin(double x, double y) {
    double dx = (x - thumbX) / 9;
    double dy = (y - thumbY) / 14;
    return thumb && dx * dx + dy * dy < 1;
  }
}
