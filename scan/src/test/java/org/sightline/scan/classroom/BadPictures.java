package org.sightline.scan.classroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/// Pictures as nobody wants them: hostile ones, and those of sheets that went wrong.
public final class BadPictures {

  private static final byte[] SIGN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private BadPictures() {}

  public static byte[] as(String format, BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IllegalArgumentException("No " + format + " can be written");
    }
    return bytes.toByteArray();
  }

  /// So many pictures one after another, in one file.
  public static byte[] tiff(List<BufferedImage> images) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (var image : images) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Two megabytes that claim to be a large picture.
  public static byte[] claiming(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    start(out, width, height);
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.NO_COMPRESSION))) {
      deflater.write(new byte[2_000_000]);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /// A picture of no colour with sixteen bits for each and for how much shows through: eight bytes
  /// for each pixel.
  public static byte[] deep(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(SIGN);
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {16, 6, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(1), 1 << 16)) {
      byte[] row = new byte[1 + 8 * width];
      for (int i = 0; i < height; i++) {
        deflater.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /// A PNG that says it has two frames.
  public static byte[] moving() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    start(out, 1000, 1000);
    chunk(out, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /// The head of a WebP that says it moves.
  public static byte[] movingWebp() {
    var bytes = new byte[64];
    System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    bytes[4] = 56;
    System.arraycopy("WEBPVP8X".getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 8);
    bytes[16] = 10;
    bytes[20] = 2;
    return bytes;
  }

  private static void start(DataOutputStream out, int width, int height) throws IOException {
    out.write(SIGN);
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(content);
    out.writeInt(content.length);
    out.writeBytes(type);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }

  /// Four inks, upside down as Adobe writes them, and its marker that says so.
  public static byte[] inks(BufferedImage image) throws IOException {
    var raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        raster.setPixel(x, y, new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255});
      }
    }
    var plain = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var output = ImageIO.createImageOutputStream(plain)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain.toByteArray(), 0, 2);
    bytes.write(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    bytes.write(new byte[] {0, 100, 0, 0, 0, 0, 0});
    bytes.write(plain.toByteArray(), 2, plain.size() - 2);
    return bytes.toByteArray();
  }

  /// The sheet changed by somebody.
  public static BufferedImage changed(PaperSheet sheet, Consumer<Graphics2D> change) {
    var image = Spoiling.untouched(sheet);
    var graphics = image.createGraphics();
    change.accept(graphics);
    graphics.dispose();
    return image;
  }

  /// So many markers coloured over in brown.
  public static BufferedImage colouredOver(PaperSheet sheet, int markers) {
    double per = sheet.perMillimetre;
    return changed(
        sheet,
        graphics -> {
          graphics.setColor(new Color(120, 60, 40));
          for (var marker : sheet.layout.markers().subList(0, markers)) {
            graphics.fillRect(
                (int) ((marker.x() - 1) * per),
                (int) ((marker.y() - 1) * per),
                (int) ((marker.size() + 2) * per),
                (int) ((marker.size() + 2) * per));
          }
        });
  }

  /// What is written shining through from the other side, and a little dirt.
  public static BufferedImage backOf(PaperSheet sheet, long seed) {
    var random = new SplittableRandom(seed);
    return changed(
        sheet,
        graphics -> {
          graphics.setColor(new Color(246, 245, 240));
          graphics.fillRect(0, 0, sheet.width, sheet.height);
          graphics.setColor(new Color(236, 235, 230));
          for (var marker : sheet.layout.markers()) {
            graphics.fillRect(
                (int) ((sheet.layout.page().width() - marker.x() - 10) * sheet.perMillimetre),
                (int) (marker.y() * sheet.perMillimetre),
                (int) (10 * sheet.perMillimetre),
                (int) (10 * sheet.perMillimetre));
          }
          graphics.setColor(new Color(170, 165, 160));
          for (int speck = 0; speck < 20; speck++) {
            graphics.fillRect(random.nextInt(sheet.width), random.nextInt(sheet.height), 3, 3);
          }
        });
  }

  public static BufferedImage sideBySide(BufferedImage one, BufferedImage other) {
    var both =
        new BufferedImage(
            one.getWidth() + other.getWidth() + 40,
            Math.max(one.getHeight(), other.getHeight()),
            BufferedImage.TYPE_3BYTE_BGR);
    var graphics = both.createGraphics();
    graphics.drawImage(one, 0, 0, null);
    graphics.drawImage(other, one.getWidth() + 40, 0, null);
    graphics.dispose();
    return both;
  }

  public static BufferedImage grey(BufferedImage image) {
    var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(image, 0, 0, null);
    return grey;
  }

  public static BufferedImage upsideDown(BufferedImage image) {
    var turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var graphics = turned.createGraphics();
    graphics.rotate(Math.PI, image.getWidth() / 2.0, image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  /// Each spot the average of those around it, again and again.
  public static BufferedImage blurred(BufferedImage image, int times) {
    var kernel = new float[49];
    java.util.Arrays.fill(kernel, 1f / 49);
    var blur =
        new java.awt.image.ConvolveOp(
            new java.awt.image.Kernel(7, 7, kernel), java.awt.image.ConvolveOp.EDGE_NO_OP, null);
    var blurred = image;
    for (int i = 0; i < times; i++) {
      blurred = blur.filter(blurred, null);
    }
    return blurred;
  }

  /// A sheet shown on a screen: three stripes of colour for every point of it, dark lines between,
  /// and what a lens makes of that.
  public static PaperSheet onScreen(PaperSheet sheet) {
    var screen = sheet.copy();
    // Points of a screen on which a sheet fills 900 of them.
    double point = sheet.width / 900.0;
    for (int y = 0; y < sheet.height; y++) {
      double row = y / point - Math.floor(y / point);
      for (int x = 0; x < sheet.width; x++) {
        double column = x / point - Math.floor(x / point);
        int at = 3 * (y * sheet.width + x);
        double gap = row > 0.85 ? 0.72 : 1;
        for (int k = 0; k < 3; k++) {
          double stripe = column >= k / 3.0 && column < (k + 1) / 3.0 ? 1 : 0.78;
          screen.light[at + k] *= (float) (gap * stripe);
        }
      }
    }
    return screen;
  }
}
