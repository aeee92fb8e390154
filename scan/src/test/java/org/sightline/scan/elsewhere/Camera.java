package org.sightline.scan.elsewhere;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// A telephone as physics has it: a pinhole with a lens that bends straight lines a little, looking
/// at a sheet that lies in space; light is reckoned in the amounts that reach the sensor and only
/// then made into what a screen shows, noise, sharpening and all.
public final class Camera {

  private final SplittableRandom random;
  private final Scene scene;
  private final double[] rotation = new double[9];
  private final double[] eye = new double[3];
  private double focal;
  private double bends;
  private double curl;
  private double curlAt;
  private double curlAlongX;

  public Camera(long seed, Scene scene) {
    this.random = new SplittableRandom(seed * 104729 + 5);
    this.scene = scene;
  }

  public byte[] photograph(PaperSheet sheet) {
    return Spoiling.jpeg(
        picture(sheet), (float) random.nextDouble(scene.quality(), scene.quality2()));
  }

  public BufferedImage picture(PaperSheet sheet) {
    double wide = sheet.width / sheet.perMillimetre;
    double high = sheet.height / sheet.perMillimetre;
    hold(wide, high);
    var light = new Lamp(random, scene, wide, high);
    var values = new float[3 * scene.width() * scene.height()];
    var at = new double[2];
    var lamp = new double[3];
    double tableTone = random.nextDouble(0.05, 0.6);
    double grainOfTable = random.nextDouble(3, 30);
    for (int y = 0; y < scene.height(); y++) {
      for (int x = 0; x < scene.width(); x++) {
        see(x + 0.5, y + 0.5, at);
        light.at(at[0], at[1], (double) x / scene.width(), (double) y / scene.height(), lamp);
        int to = 3 * (y * scene.width() + x);
        double px = at[0] * sheet.perMillimetre - 0.5;
        double py = at[1] * sheet.perMillimetre - 0.5;
        if (light.isSkin(at[0], at[1])) {
          values[to] = (float) (0.52 * lamp[0]);
          values[to + 1] = (float) (0.27 * lamp[1]);
          values[to + 2] = (float) (0.17 * lamp[2]);
        } else if (px < 0 || py < 0 || px >= sheet.width - 1 || py >= sheet.height - 1) {
          double wood = tableTone * (1 + 0.25 * Math.sin(at[0] / grainOfTable + Math.sin(at[1] / 40)));
          values[to] = (float) (wood * lamp[0]);
          values[to + 1] = (float) (wood * 0.8 * lamp[1]);
          values[to + 2] = (float) (wood * 0.6 * lamp[2]);
        } else {
          reflect(sheet, px, py, lamp, values, to);
        }
      }
    }
    return new Sensor(random, scene.width(), scene.height()).develop(values);
  }

  /// Turned any way in the plane, tilted around both axes, as near as lets the sheet fill most of
  /// the picture.
  private void hold(double wide, double high) {
    double tilt = Math.toRadians(scene.tilt());
    double towards = random.nextDouble(2 * Math.PI);
    double by = tilt * (scene.tilt() > 20 ? random.nextDouble(0.85, 1) : random.nextDouble());
    double about =
        random.nextInt(4) * Math.PI / 2
            + random.nextDouble(-0.2, 0.2)
            + (wide > high == scene.width() > scene.height() ? 0 : Math.PI / 2);
    if (random.nextInt(4) < 3) {
      about = Math.PI * Math.round(about / Math.PI) + random.nextDouble(-0.15, 0.15);
      about += wide > high == scene.width() > scene.height() ? 0 : Math.PI / 2;
    }
    double[] tilted = multiplied(aboutX(by * Math.cos(towards)), aboutY(by * Math.sin(towards)));
    System.arraycopy(multiplied(tilted, aboutZ(about)), 0, rotation, 0, 9);
    focal = scene.width() * random.nextDouble(0.75, 1.05);
    bends = random.nextDouble(-0.02, 0.02);
    curl = scene.curl() * random.nextDouble(-1, 1);
    curlAt = random.nextDouble(-0.5, 0.5);
    curlAlongX = random.nextBoolean() ? 1 : 0;
    double fill = random.nextDouble(0.78, 0.95);
    double distance = 150;
    while (distance < 3000 && !fits(wide, high, distance, fill)) {
      distance *= 1.02;
    }
    stand(wide, high, distance);
  }

  private void stand(double wide, double high, double distance) {
    // The camera looks along its own z; the middle of the page is straight ahead.
    for (int k = 0; k < 3; k++) {
      eye[k] = -distance * rotation[6 + k];
    }
    eye[0] += wide / 2;
    eye[1] += high / 2;
  }

  private boolean fits(double wide, double high, double distance, double fill) {
    for (int corner = 0; corner < 4; corner++) {
      double x = (corner % 2 == 0 ? -1 : 1) * wide / 2;
      double y = (corner / 2 == 0 ? -1 : 1) * high / 2;
      double cx = rotation[0] * x + rotation[1] * y;
      double cy = rotation[3] * x + rotation[4] * y;
      double cz = rotation[6] * x + rotation[7] * y + distance;
      if (cz < 10
          || Math.abs(focal * cx / cz) > fill * scene.width() / 2
          || Math.abs(focal * cy / cz) > fill * scene.height() / 2) {
        return false;
      }
    }
    return true;
  }

  /// Where on the page a pixel looks, in millimetres.
  private void see(double pixelX, double pixelY, double[] into) {
    double x = (pixelX - scene.width() / 2.0) / focal;
    double y = (pixelY - scene.height() / 2.0) / focal;
    double bend = 1 + bends * (x * x + y * y);
    x *= bend;
    y *= bend;
    double dx = rotation[0] * x + rotation[3] * y + rotation[6];
    double dy = rotation[1] * x + rotation[4] * y + rotation[7];
    double dz = rotation[2] * x + rotation[5] * y + rotation[8];
    double height = 0;
    for (int round = 0; round < (curl == 0 ? 1 : 3); round++) {
      double far = (height - eye[2]) / dz;
      into[0] = eye[0] + far * dx;
      into[1] = eye[1] + far * dy;
      double along = curlAlongX * into[0] / 210 + (1 - curlAlongX) * into[1] / 297 - 0.5 - curlAt;
      height = -curl * Math.clamp(along * along * 4, 0, 1.5);
    }
  }

  private static void reflect(
      PaperSheet sheet, double px, double py, double[] lamp, float[] values, int to) {
    int left = (int) px;
    int top = (int) py;
    double a = px - left;
    double b = py - top;
    int at = 3 * (top * sheet.width + left);
    int below = at + 3 * sheet.width;
    for (int k = 0; k < 3; k++) {
      double value =
          (1 - b) * ((1 - a) * sheet.light[at + k] + a * sheet.light[at + 3 + k])
              + b * ((1 - a) * sheet.light[below + k] + a * sheet.light[below + 3 + k]);
      // Nearly the power 2.2.
      values[to + k] = (float) (value * value * (0.85 + 0.15 * value) * lamp[k]);
    }
  }

  private static double[] multiplied(double[] a, double[] b) {
    var product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[3 * row + column] += a[3 * row + k] * b[3 * k + column];
        }
      }
    }
    return product;
  }

  private static double[] aboutX(double by) {
    double c = Math.cos(by);
    double s = Math.sin(by);
    return new double[] {1, 0, 0, 0, c, -s, 0, s, c};
  }

  private static double[] aboutY(double by) {
    double c = Math.cos(by);
    double s = Math.sin(by);
    return new double[] {c, 0, s, 0, 1, 0, -s, 0, c};
  }

  private static double[] aboutZ(double by) {
    double c = Math.cos(by);
    double s = Math.sin(by);
    return new double[] {c, -s, 0, s, c, 0, 0, 0, 1};
  }
}
