package org.sightline.scan.elsewhere;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// An office scanner that means well: white is made white and pale colours paler, a sheet is drawn
/// in askew, dust leaves a streak, edges are sharpened, and the copier before it made everything a
/// little larger or smaller.
public final class Flatbed {

  private final SplittableRandom random;

  public Flatbed(long seed) {
    this.random = new SplittableRandom(seed * 15485863 + 3);
  }

  public byte[] scan(PaperSheet sheet, int dotsPerInch, double quality) {
    double per = dotsPerInch / 25.4;
    double wide = sheet.width / sheet.perMillimetre;
    double high = sheet.height / sheet.perMillimetre;
    boolean upsideDown = random.nextBoolean();
    double turn = Math.toRadians(random.nextDouble(-4, 4)) + (upsideDown ? Math.PI : 0);
    double skew = random.nextDouble(-0.004, 0.004);
    double larger = random.nextDouble(0.97, 1.03);
    double slow = random.nextDouble(0.99, 1.01);
    int width = (int) (per * wide * random.nextDouble(1, 1.06));
    int height = (int) (per * high * random.nextDouble(1, 1.06));
    double white = random.nextDouble(0.9, 1);
    double black = random.nextDouble(0, 0.08);
    double gamma = random.nextDouble(0.8, 1.25);
    double lively = random.nextDouble(0.75, 1.25);
    double[] paper = {1, random.nextDouble(0.97, 1), random.nextDouble(0.92, 1)};
    double streak = random.nextDouble() < 0.3 ? random.nextDouble(width) : -9;
    double lid = random.nextBoolean() ? 1 : 0.12;
    double grain = random.nextDouble(0.5, 3);
    var values = new float[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x - width / 2.0) / per / larger;
        double dy = (y - height / 2.0) / per / larger * slow;
        dx += skew * dy;
        double px = (wide / 2 + dx * Math.cos(turn) + dy * Math.sin(turn)) * sheet.perMillimetre;
        double py = (high / 2 - dx * Math.sin(turn) + dy * Math.cos(turn)) * sheet.perMillimetre;
        int to = 3 * (y * width + x);
        boolean beside = px < 0 || py < 0 || px >= sheet.width - 1 || py >= sheet.height - 1;
        double common = random.nextDouble(-grain, grain) / 255;
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          double value = beside ? lid : at(sheet, px, py, k) * paper[k];
          value = Math.clamp((value - black) / (white - black), 0, 1);
          value = Math.pow(value, gamma) * (Math.abs(x - streak) < 1.2 ? 0.8 + 0.08 * k : 1);
          values[to + k] = (float) (value + common);
          sum += value + common;
        }
        for (int k = 0; k < 3; k++) {
          values[to + k] = (float) (sum / 3 + lively * (values[to + k] - sum / 3));
        }
      }
    }
    return Spoiling.jpeg(sharpened(values, width, height), (float) quality);
  }

  /// A black and white copy of a sheet that nobody coloured yet.
  public PaperSheet copy(PaperSheet sheet) {
    var copy = sheet.copy();
    double hard = random.nextDouble(2, 8);
    double toner = random.nextDouble(0.02, 0.18);
    double ground = random.nextDouble(0.94, 1);
    for (int y = 0; y < copy.height; y++) {
      for (int x = 0; x < copy.width; x++) {
        double light = sheet.light[3 * (y * copy.width + x) + 1];
        double shown = Math.clamp(0.5 + (light - 0.52) * hard / 2, toner, ground);
        if (random.nextInt(30_000) == 0) {
          shown *= 0.4;
        }
        for (int k = 0; k < 3; k++) {
          copy.light[3 * (y * copy.width + x) + k] = (float) shown;
        }
      }
    }
    return copy;
  }

  private static double at(PaperSheet sheet, double px, double py, int k) {
    int left = (int) px;
    int top = (int) py;
    double a = px - left;
    double b = py - top;
    int at = 3 * (top * sheet.width + left) + k;
    int below = at + 3 * sheet.width;
    return (1 - b) * ((1 - a) * sheet.light[at] + a * sheet.light[at + 3])
        + b * ((1 - a) * sheet.light[below] + a * sheet.light[below + 3]);
  }

  private BufferedImage sharpened(float[] values, int width, int height) {
    double sharp = random.nextDouble(0, 1);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int row = 3 * width;
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (i >= row + 3 && i < values.length - row - 3) {
        double around = values[i - 3] + values[i + 3] + values[i - row] + values[i + row];
        value += sharp * (value - around / 4);
      }
      bytes[i - i % 3 + 2 - i % 3] = (byte) Math.clamp(Math.round(255 * value), 0, 255);
    }
    return image;
  }
}
