package org.sightline.contexts.floorplans;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Files made on the spot: ordinary ones, and ones meant to hurt.
public final class HostileFiles {

  private HostileFiles() {}

  /// Top left red, top right green, bottom left blue, bottom right white.
  public static BufferedImage quarters(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.setColor(Color.GREEN);
    pen.fillRect(width / 2, 0, width / 2, height / 2);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, height / 2, width / 2, height / 2);
    pen.dispose();
    return picture;
  }

  public static byte[] encoded(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A JPEG whose EXIF says how the camera was held, with a camera name after it.
  public static byte[] turnedJpeg(BufferedImage picture, int turn) {
    var jpeg = encoded(picture, "jpg");
    var exif = new ByteArrayOutputStream();
    exif.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 44});
    exif.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
    exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) turn, 0, 0});
    exif.write("PLANTED-CAMERA".getBytes(StandardCharsets.ISO_8859_1), 0, 14);
    return joined(jpeg, 2, exif.toByteArray());
  }

  /// Every dot white, whatever the size.
  public static byte[] declaredPng(int width, int height, boolean whole) {
    var png = new ByteArrayOutputStream();
    png.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    var header = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(header)) {
      data.writeInt(width);
      data.writeInt(height);
      data.write(new byte[] {8, 2, 0, 0, 0});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", whites(width, whole ? height : 1));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  public static byte[] pdf(Consumer<PDDocument> making) {
    try (var document = new PDDocument()) {
      making.accept(document);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] pdfOfPages(int pages) {
    return pdf(
        document -> {
          for (var i = 0; i < pages; i++) {
            document.addPage(new PDPage(PDRectangle.A4));
          }
        });
  }

  private static byte[] whites(int width, int rows) {
    var packed = new ByteArrayOutputStream();
    var row = new byte[1 + width * 3];
    Arrays.fill(row, 1, row.length, (byte) 0xff);
    try (var zip = new DeflaterOutputStream(packed, new Deflater(1))) {
      for (var y = 0; y < rows; y++) {
        zip.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] body) {
    var named = joined(body, 0, name.getBytes(StandardCharsets.ISO_8859_1));
    var checksum = new CRC32();
    checksum.update(named);
    try {
      var data = new DataOutputStream(png);
      data.writeInt(body.length);
      data.write(named);
      data.writeInt((int) checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] joined(byte[] bytes, int at, byte[] put) {
    var all = new ByteArrayOutputStream();
    all.write(bytes, 0, at);
    all.writeBytes(put);
    all.write(bytes, at, bytes.length - at);
    return all.toByteArray();
  }
}
