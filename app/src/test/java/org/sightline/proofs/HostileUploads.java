package org.sightline.proofs;

import static org.sightline.contexts.floorplans.HostileFiles.declaredPng;
import static org.sightline.contexts.floorplans.HostileFiles.encoded;
import static org.sightline.contexts.floorplans.HostileFiles.pdf;
import static org.sightline.contexts.floorplans.HostileFiles.pdfOfPages;
import static org.sightline.contexts.floorplans.HostileFiles.quarters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/// Files that somebody may choose as a plan and that are none (issue 2, What bad input gets), and
/// some that look bad and are only odd.
final class HostileUploads {

  /// Stands in what must not be kept of a file that is taken.
  static final String MARK = "PLANTED-IN-A-FILE";

  private static final int MEGABYTE = 1024 * 1024;

  /// @param says part of the sentence it is refused with
  record Refused(String name, byte[] bytes, String says) {

    @Override
    public String toString() {
      return name + " of " + bytes.length + " bytes";
    }
  }

  private HostileUploads() {}

  static List<Refused> refused() {
    var png = encoded(quarters(600, 400), "png");
    var jpeg = encoded(quarters(600, 400), "jpg");
    return List.of(
        new Refused("huge.png", padded(declaredPng(30_000, 30_000, false)), "too many dots"),
        new Refused("script.pdf", scripted(), "script"),
        new Refused("long.pdf", pdfOfPages(500), "pages"),
        new Refused("text.png", text("Just some words"), "a text file"),
        new Refused("drawing.png", text("<svg onload='alert(1)'></svg>"), "an SVG drawing"),
        new Refused("drawing.svg", text("<svg></svg>"), "an SVG drawing"),
        new Refused("page.jpg", text("<html><script>1</script>"), "a web page"),
        new Refused("packed.pdf", gzipped(), ""),
        new Refused("nothing.png", new byte[0], "Choose a file"),
        new Refused("cut.png", Arrays.copyOf(png, png.length - 20), "damaged"),
        new Refused("cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), "damaged"),
        new Refused("colours.jpg", muchSaidAboutIt("ICC_PROFILE\0\1\1", 0xe2), "damaged"),
        new Refused("cut.pdf", Arrays.copyOf(pdfOfPages(1), 60), "damaged"),
        new Refused("web.pdf", text("%PDF-1.7\n<html><script>alert(1)</script>"), ""),
        new Refused("../../../../tmp/planted.png", text("up"), "a text file"),
        new Refused("x\" onplanted=\"1.png", text("<planted-element>"), ""),
        new Refused("\u0436".repeat(255) + ".png", text("a long name"), "a text file"));
  }

  /// A picture that comes in seven passes, each finer.
  static byte[] interlaced() {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(quarters(600, 400), null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A picture followed by a web page, as a browser that guesses would show it.
  static byte[] pictureAndPage() {
    return joined(encoded(quarters(600, 400), "png"), text("<html>" + MARK + "</html>"));
  }

  /// A photograph with ten megabytes said about it, in segments of this kind.
  static byte[] muchSaidAboutIt(String kind, int marker) {
    var jpeg = encoded(quarters(600, 400), "jpg");
    var all = new ByteArrayOutputStream();
    all.write(jpeg, 0, 2);
    byte[] said = Arrays.copyOf(text(kind + MARK), 65_000);
    for (int i = 0; i < 160; i++) {
      all.writeBytes(new byte[] {(byte) 0xff, (byte) marker});
      all.writeBytes(new byte[] {(byte) (65_002 >> 8), (byte) (65_002 & 0xff)});
      all.writeBytes(said);
    }
    all.write(jpeg, 2, jpeg.length - 2);
    return all.toByteArray();
  }

  private static byte[] padded(byte[] file) {
    return Arrays.copyOf(file, 2 * MEGABYTE);
  }

  private static byte[] scripted() {
    return pdf(
        document -> {
          document.addPage(new PDPage(PDRectangle.A4));
          document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        });
  }

  /// Four hundred megabytes of nothing, packed into some kilobytes; or that packed once more.
  static byte[] bomb(boolean twice) {
    var spaces = new byte[MEGABYTE];
    Arrays.fill(spaces, (byte) ' ');
    var packed = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(packed, new Deflater(6))) {
      for (int i = 0; i < 400; i++) {
        packing.write(spaces);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] body = twice ? packed(packed.toByteArray()) : packed.toByteArray();
    return pdf(
        document -> {
          document.addPage(new PDPage(PDRectangle.A4));
          var content = new COSStream();
          try (var raw = content.createRawOutputStream()) {
            raw.write(body);
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
          var filters = new COSArray();
          filters.add(COSName.FLATE_DECODE);
          if (twice) {
            filters.add(COSName.FLATE_DECODE);
          }
          content.setItem(COSName.FILTER, filters);
          document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, content);
        });
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(packed)) {
      packing.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] gzipped() {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(new byte[10 * MEGABYTE]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] text(String words) {
    return words.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
