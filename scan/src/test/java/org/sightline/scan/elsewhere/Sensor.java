package org.sightline.scan.elsewhere;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/// From light to a picture: blur of lens and hand, noise that grows in the dark, a tone curve with a
/// shoulder, colours made livelier, and sharpening with its halos.
final class Sensor {

  private final SplittableRandom random;
  private final int width;
  private final int height;

  Sensor(SplittableRandom random, int width, int height) {
    this.random = random;
    this.width = width;
    this.height = height;
  }

  BufferedImage develop(float[] light) {
    int reach = random.nextInt(0, 2) + width / 4000;
    if (reach > 0) {
      blur(light, reach);
    }
    if (random.nextDouble() < 0.25) {
      shake(light, random.nextInt(2, 5));
    }
    double noise = random.nextDouble(0.002, 0.012);
    double curve = random.nextDouble(0, 0.5);
    double lively = random.nextDouble(0.85, 1.35);
    double exposure = random.nextDouble(0.8, 1.05);
    for (int i = 0; i < light.length; i += 3) {
      double common = gauss() * noise;
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        double value = Math.max(0, light[i + k] * exposure);
        value += Math.sqrt(value + 0.02) * (common + 0.7 * gauss() * noise);
        double shown = Math.pow(Math.clamp(value, 0, 1), 1 / 2.2);
        shown = (1 - curve) * shown + curve * shown * shown * (3 - 2 * shown);
        light[i + k] = (float) shown;
        sum += shown;
      }
      for (int k = 0; k < 3; k++) {
        light[i + k] = (float) (sum / 3 + lively * (light[i + k] - sum / 3));
      }
    }
    float[] soft = light.clone();
    blur(soft, 1 + width / 4000);
    double sharp = random.nextDouble(0, 0.8);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < light.length; i++) {
      double value = light[i] + sharp * (light[i] - soft[i]);
      bytes[i - i % 3 + 2 - i % 3] = (byte) Math.clamp(Math.round(255 * value), 0, 255);
    }
    return image;
  }

  private double gauss() {
    long bits = random.nextLong();
    return ((bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48 & 0xffff))
            / 65535.0
            * 1.73
        - 3.46;
  }

  /// The average of a square.
  private void blur(float[] values, int reach) {
    var across = new float[values.length];
    float count = 2 * reach + 1;
    for (int i = 0; i < values.length; i++) {
      float sum = 0;
      for (int k = -reach; k <= reach; k++) {
        sum += values[Math.clamp(i + 3 * k, i % 3, values.length - 3 + i % 3)];
      }
      across[i] = sum / count;
    }
    int row = 3 * width;
    for (int i = 0; i < values.length; i++) {
      float sum = 0;
      for (int k = -reach; k <= reach; k++) {
        int at = i + row * k;
        sum += across[at < 0 || at >= values.length ? i : at];
      }
      values[i] = sum / count;
    }
  }

  /// A hand that moved sideways while the picture was taken.
  private void shake(float[] values, int by) {
    for (int i = 0; i < values.length - 3 * by; i++) {
      float sum = 0;
      for (int k = 0; k < by; k++) {
        sum += values[i + 3 * k];
      }
      values[i] = sum / by;
    }
  }
}
