package org.sightline.scan.classroom;

import java.util.SplittableRandom;

/// Smooth noise from -1 to 1.
final class Noise {

  private static final int SIDE = 64;

  private final float[] values = new float[SIDE * SIDE];

  Noise(SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
  }

  double at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double a = x - left;
    double b = y - top;
    return (1 - b) * ((1 - a) * value(left, top) + a * value(left + 1, top))
        + b * ((1 - a) * value(left, top + 1) + a * value(left + 1, top + 1));
  }

  private float value(int x, int y) {
    return values[(y & SIDE - 1) * SIDE + (x & SIDE - 1)];
  }
}
