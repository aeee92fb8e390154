package org.sightline.scan.classroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// What scanners, telephones and photocopiers do to a sheet.
public final class Spoiling {

  private final SplittableRandom random;
  private final Noise noise;

  private final double harsh;

  public Spoiling(long seed) {
    this(seed, 1);
  }

  /// @param harsh 1 for what is usual; more tilts, bends, dims and blurs more
  public Spoiling(long seed, double harsh) {
    this.harsh = harsh;
    this.random = new SplittableRandom(seed ^ 0x5deece66dL);
    this.noise = new Noise(random);
  }

  /// The sheet as it is, as a picture.
  public static BufferedImage untouched(PaperSheet sheet) {
    var image = new BufferedImage(sheet.width, sheet.height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * sheet.light[i - i % 3 + 2 - i % 3]);
    }
    return image;
  }

  /// A photocopy in black and white of a sheet that nobody coloured yet.
  public PaperSheet photocopied(PaperSheet sheet) {
    var copy = sheet.copy();
    double middle = random.nextDouble(0.35, 0.6);
    double steep = random.nextDouble(5, 14);
    double grey = random.nextDouble(0.93, 1);
    for (int i = 0; i < copy.width * copy.height; i++) {
      double light = copy.light[3 * i];
      double curve = 1 / (1 + Math.exp(-steep * (light - middle)));
      double speck = random.nextInt(40_000) == 0 ? 0.3 : 1;
      float value = (float) (Math.min(curve + 0.02, 1) * grey * speck);
      copy.light[3 * i] = value;
      copy.light[3 * i + 1] = value;
      copy.light[3 * i + 2] = value;
    }
    return copy;
  }

  /// A flatbed or sheet-fed scanner.
  public byte[] scanned(PaperSheet sheet, int dotsPerInch) {
    boolean lies = sheet.width > sheet.height;
    double per = dotsPerInch / 25.4;
    double wide = sheet.width / sheet.perMillimetre;
    double high = sheet.height / sheet.perMillimetre;
    int quarter = random.nextInt(4);
    boolean swap = quarter % 2 == 1;
    int width = (int) (per * (swap ? high : wide));
    int height = (int) (per * (swap ? wide : high));
    double turn = Math.toRadians(random.nextDouble(-2.5, 2.5)) + quarter * Math.PI / 2;
    double stretch = random.nextDouble(0.995, 1.005);
    double offX = random.nextDouble(-2, 2);
    double offY = random.nextDouble(-2, 2);
    var light = new Light(random, noise, 0.05, 0, 0.06);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    double beside = random.nextBoolean() ? 0.98 : 0.25;
    draw(
        image,
        sheet,
        (x, y, into) -> {
          double dx = (x - width / 2.0) / per;
          double dy = (y - height / 2.0) / per;
          into[0] = wide / 2 + offX + (dx * Math.cos(turn) + dy * Math.sin(turn)) * stretch;
          into[1] = high / 2 + offY - dx * Math.sin(turn) + dy * Math.cos(turn);
        },
        light,
        new double[] {beside, beside, beside},
        random.nextDouble(0.5, 2.5),
        random.nextDouble(0, 0.7));
    return jpeg(image, (float) random.nextDouble(0.6, 0.92));
  }

  /// A telephone held over a table.
  public byte[] photographed(PaperSheet sheet, int width, int height) {
    double wide = sheet.width / sheet.perMillimetre;
    double high = sheet.height / sheet.perMillimetre;
    boolean along = wide > high == width > height;
    double fill = random.nextDouble(0.68, 0.93);
    double needWide = along ? wide : high;
    double needHigh = along ? high : wide;
    double scale = fill * Math.min(width / needWide, height / needHigh);
    double turn =
        Math.toRadians(random.nextDouble(-9, 9))
            + (along ? 0 : Math.PI / 2)
            + random.nextInt(2) * Math.PI;
    double tiltX = harsh * random.nextDouble(-0.26, 0.26) / (width / scale);
    double tiltY = harsh * random.nextDouble(-0.26, 0.26) / (height / scale);
    double curl = random.nextDouble() < 0.5 ? 0 : harsh * random.nextDouble(-6, 6);
    double slantX = random.nextDouble(-0.4, 0.4);
    double slantY = random.nextDouble(-0.4, 0.4);
    boolean curlsAlong = random.nextBoolean();
    double phase = random.nextDouble(0.7, 1.3);
    var light =
        new Light(
            random,
            noise,
            Math.min(0.8, 0.45 * harsh),
            random.nextDouble() < 0.5 ? 0.45 * harsh : 0,
            0.3 * harsh);
    light.pageWidth = wide;
    light.pageHeight = high;
    light.thumb = random.nextDouble() < 0.2;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    double table = random.nextDouble(0.1, 0.6);
    double[] beside = {table, table * random.nextDouble(0.6, 1), table * random.nextDouble(0.4, 1)};
    draw(
        image,
        sheet,
        (x, y, into) -> {
          double dx = (x - width / 2.0) / scale;
          double dy = (y - height / 2.0) / scale;
          double w = 1 + tiltX * dx + tiltY * dy;
          double px = dx / w;
          double py = dy / w;
          double flatX = wide / 2 + px * Math.cos(turn) + py * Math.sin(turn);
          double flatY = high / 2 - px * Math.sin(turn) + py * Math.cos(turn);
          double bentX = flatX;
          double bentY = flatY;
          for (int i = 0; i < 2 && curl != 0; i++) {
            double at = curlsAlong ? bentX / wide : bentY / high;
            double z = curl * Math.sin(Math.PI * phase * at);
            bentX = flatX - z * (slantX + (bentX - wide / 2) / 350);
            bentY = flatY - z * (slantY + (bentY - high / 2) / 350);
          }
          into[0] = bentX;
          into[1] = bentY;
        },
        light,
        beside,
        harsh * random.nextDouble(1, 5),
        harsh * random.nextDouble(0, 1.6));
    return jpeg(image, (float) random.nextDouble(0.5, 0.9));
  }

  private interface Place {
    void of(double x, double y, double[] into);
  }

  private void draw(
      BufferedImage image,
      PaperSheet sheet,
      Place place,
      Light light,
      double[] beside,
      double grain,
      double blur) {
    int width = image.getWidth();
    int height = image.getHeight();
    var values = new float[3 * width * height];
    var at = new double[2];
    var lamp = new double[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        place.of(x + 0.5, y + 0.5, at);
        light.at((double) x / width, (double) y / height, lamp);
        int to = 3 * (y * width + x);
        boolean thumb = light.isThumb(at[0], at[1]);
        double px = at[0] * sheet.perMillimetre - 0.5;
        double py = at[1] * sheet.perMillimetre - 0.5;
        if (px < 0 || py < 0 || px >= sheet.width - 1 || py >= sheet.height - 1 || thumb) {
          double rough = 1 + 0.15 * noise.at(x / 9.0, y / 37.0);
          for (int k = 0; k < 3; k++) {
            values[to + k] = (float) (lamp[k] * (thumb ? Light.SKIN[k] : beside[k] * rough));
          }
        } else {
          sample(sheet, px, py, lamp, values, to);
        }
      }
    }
    if (blur > 0.3) {
      blur(values, width, height, blur);
    }
    light.moire(values, width, height);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < width * height; i++) {
      double common = gauss() * grain;
      double[] rgb = light.toned(values[3 * i], values[3 * i + 1], values[3 * i + 2]);
      for (int k = 0; k < 3; k++) {
        double value = rgb[k] * 255 + common + gauss() * grain * 0.6;
        bytes[3 * i + 2 - k] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
  }

  /// Near enough, and quick.
  private double gauss() {
    long bits = random.nextLong();
    return ((bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48 & 0xffff))
            / 65535.0
            * 1.73
        - 3.46;
  }

  private static void sample(
      PaperSheet sheet, double px, double py, double[] lamp, float[] values, int to) {
    int left = (int) px;
    int top = (int) py;
    double a = px - left;
    double b = py - top;
    int at = 3 * (top * sheet.width + left);
    int below = at + 3 * sheet.width;
    float[] light = sheet.light;
    for (int k = 0; k < 3; k++) {
      double value =
          (1 - b) * ((1 - a) * light[at + k] + a * light[at + 3 + k])
              + b * ((1 - a) * light[below + k] + a * light[below + 3 + k]);
      values[to + k] = (float) (value * lamp[k]);
    }
  }

  private static void blur(float[] values, int width, int height, double by) {
    double middle = 1 / (1 + by);
    double side = (1 - middle) / 2;
    int rounds = by > 0.9 ? 2 : 1;
    var other = new float[values.length];
    for (int round = 0; round < rounds; round++) {
      for (int i = 3; i < values.length - 3; i++) {
        other[i] = (float) (middle * values[i] + side * (values[i - 3] + values[i + 3]));
      }
      int row = 3 * width;
      for (int i = row; i < values.length - row; i++) {
        values[i] = (float) (middle * other[i] + side * (other[i - row] + other[i + row]));
      }
    }
  }

  public static byte[] jpeg(BufferedImage image, float quality) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Lamp, shadow, cast, tone and moiré of one picture.
  private static final class Light {

    static final double[] SKIN = {0.8, 0.55, 0.42};

    private final Noise noise;
    private final double slopeX;
    private final double slopeY;
    private final double[] cast;
    private final double shadow;
    private final double shadowX;
    private final double shadowY;
    private final double shadowAt;
    private final double soft;
    private final double gamma;
    private final double saturation;
    private final double moire;
    private final double bright;
    private final double thumbX;
    private final double thumbY;
    boolean thumb;
    double pageWidth = 1;
    double pageHeight = 1;

    Light(SplittableRandom random, Noise noise, double uneven, double shadow, double cast) {
      this.noise = noise;
      this.slopeX = random.nextDouble(-uneven, uneven);
      this.slopeY = random.nextDouble(-uneven, uneven);
      double warm = random.nextDouble(-cast, cast);
      double tint = random.nextDouble(-cast, cast) * 0.25;
      this.cast = new double[] {1 + warm * 0.5, 1 + tint, 1 - warm};
      double most = Math.max(this.cast[0], Math.max(this.cast[1], this.cast[2]));
      for (int k = 0; k < 3; k++) {
        this.cast[k] /= most;
      }
      this.shadow = shadow * random.nextDouble(0.5, 1);
      double direction = random.nextDouble(2 * Math.PI);
      this.shadowX = Math.cos(direction);
      this.shadowY = Math.sin(direction);
      this.shadowAt = random.nextDouble(-0.2, 0.3);
      this.soft = random.nextDouble(0.01, 0.15);
      this.gamma = random.nextDouble(0.85, 1.15);
      this.saturation = random.nextDouble(0.8, 1.2);
      this.moire = cast > 0.1 && random.nextDouble() < 0.08 ? random.nextDouble(0.02, 0.06) : 0;
      this.bright = random.nextDouble(0.82, 0.99);
      this.thumbX = random.nextBoolean() ? 0.02 : 0.98;
      this.thumbY = random.nextDouble(0.1, 0.9);
    }

    void at(double x, double y, double[] into) {
      double level =
          bright
              * (1
                  - Math.abs(slopeX) / 2
                  - Math.abs(slopeY) / 2
                  + slopeX * (x - 0.5)
                  + slopeY * (y - 0.5));
      double side = (x - 0.5) * shadowX + (y - 0.5) * shadowY - shadowAt;
      double dim = 1 - shadow / (1 + Math.exp(-side / soft * 4));
      for (int k = 0; k < 3; k++) {
        double bluer = k == 2 ? 1 + (1 - dim) * 0.1 : 1;
        into[k] = level * dim * cast[k] * bluer;
      }
    }

    boolean isThumb(double x, double y) {
      double dx = x / pageWidth - thumbX;
      double dy = y / pageHeight - thumbY;
      return thumb && dx * dx / (0.09 * 0.09) + dy * dy / (0.05 * 0.05) < 1;
    }

    void moire(float[] values, int width, int height) {
      if (moire > 0) {
        for (int i = 0; i < width * height; i++) {
          double x = i % width;
          double y = i / width;
          for (int k = 0; k < 3; k++) {
            values[3 * i + k] *=
                (float)
                    (1
                        + moire
                            * Math.sin(
                                x * 0.9 + y * 0.31 + k * 2.1 + 3 * noise.at(x / 200, y / 200)));
          }
        }
      }
    }

    double[] toned(double r, double g, double b) {
      double grey = 0.3 * r + 0.59 * g + 0.11 * b;
      double[] rgb = {r, g, b};
      for (int k = 0; k < 3; k++) {
        rgb[k] = Math.pow(Math.clamp(grey + saturation * (rgb[k] - grey), 0, 1), gamma);
      }
      return rgb;
    }
  }
}
