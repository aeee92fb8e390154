package org.sightline.scan.classroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;

/// PDFs as nobody wants them.
public final class BadPdfs {

  private BadPdfs() {}

  public static byte[] locked() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  public static byte[] emptyPages(int count) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < count; i++) {
        document.addPage(new PDPage());
      }
      return saved(document);
    }
  }

  public static byte[] hugePage() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
      return saved(document);
    }
  }

  /// A page like a scanner's for each picture.
  public static byte[] of(BufferedImage... images) throws IOException {
    try (var document = new PDDocument()) {
      scanned(document, images);
      return saved(document);
    }
  }

  private static void scanned(PDDocument document, BufferedImage... images) throws IOException {
    for (var image : images) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(
            JPEGFactory.createFromImage(document, image, 0.85f),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
    }
  }

  /// A few kilobytes that unpack, twice, to one list of 260 million numbers.
  public static byte[] unpacking() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var stream = new PDStream(document);
      put(packedTwice(), stream.getCOSObject());
      page.setContents(stream);
      return saved(document);
    }
  }

  /// The same in a form that the page shows.
  public static byte[] unpackingInAForm() throws IOException {
    try (var document = new PDDocument()) {
      var form = new PDFormXObject(document);
      form.setBBox(PDRectangle.A4);
      put(packedTwice(), form.getStream().getCOSObject());
      var resources = new PDResources();
      resources.put(COSName.getPDFName("F"), form);
      return onePage(document, resources, "/F Do");
    }
  }

  /// The same in a pattern that fills the page.
  public static byte[] unpackingInAPattern() throws IOException {
    try (var document = new PDDocument()) {
      var pattern = new PDTilingPattern();
      pattern.setBBox(new PDRectangle(10, 10));
      pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
      pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
      pattern.setXStep(10);
      pattern.setYStep(10);
      pattern.setResources(new PDResources());
      put(packedTwice(), (COSStream) pattern.getCOSObject());
      var resources = new PDResources();
      resources.put(COSName.getPDFName("T"), pattern);
      return onePage(document, resources, "/Pattern cs /T scn 0 0 500 700 re f");
    }
  }

  /// The same in the only letter of a font.
  public static byte[] unpackingInALetter() throws IOException {
    try (var document = new PDDocument()) {
      var letter = new PDStream(document);
      put(packedTwice(), letter.getCOSObject());
      var letters = new COSDictionary();
      letters.setItem(COSName.getPDFName("a"), letter);
      var differences = new COSArray();
      differences.add(COSInteger.get(97));
      differences.add(COSName.getPDFName("a"));
      var encoding = new COSDictionary();
      encoding.setItem(COSName.TYPE, COSName.ENCODING);
      encoding.setItem(COSName.DIFFERENCES, differences);
      var font = new COSDictionary();
      font.setItem(COSName.TYPE, COSName.FONT);
      font.setItem(COSName.SUBTYPE, COSName.TYPE3);
      font.setItem(COSName.FONT_BBOX, new PDRectangle(1000, 1000));
      font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
      font.setItem(COSName.CHAR_PROCS, letters);
      font.setItem(COSName.ENCODING, encoding);
      font.setInt(COSName.FIRST_CHAR, 97);
      font.setInt(COSName.LAST_CHAR, 97);
      font.setItem(COSName.WIDTHS, numbers(1000));
      var fonts = new COSDictionary();
      fonts.setItem(COSName.getPDFName("L"), font);
      var resources = new PDResources();
      resources.getCOSObject().setItem(COSName.FONT, fonts);
      return onePage(document, resources, "BT /L 12 Tf (a) Tj ET");
    }
  }

  private static COSArray numbers(float... numbers) {
    var array = new COSArray();
    array.setFloatArray(numbers);
    return array;
  }

  /// A picture of a hundred dots that unpacks to 500 MB.
  public static byte[] unpackingInAPicture() throws IOException {
    try (var document = new PDDocument()) {
      var picture = new PDStream(document);
      claim(picture.getCOSObject(), 10);
      put(packedTwice(), picture.getCOSObject());
      var resources = new PDResources();
      resources.put(COSName.getPDFName("P"), new PDImageXObject(picture, resources));
      return onePage(document, resources, "595 0 0 842 0 0 cm /P Do");
    }
  }

  private static byte[] packedTwice() throws IOException {
    var twice = new ByteArrayOutputStream();
    try (var outer = new DeflaterOutputStream(twice, new Deflater(9));
        var inner = new DeflaterOutputStream(outer, new Deflater(9), 1 << 16)) {
      inner.write('[');
      byte[] numbers = "7 ".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 500; i++) {
        inner.write(numbers);
      }
    }
    return twice.toByteArray();
  }

  private static void put(byte[] packed, COSStream stream) throws IOException {
    try (OutputStream raw = stream.createRawOutputStream()) {
      raw.write(packed);
    }
    var filters = new COSArray();
    filters.add(COSName.FLATE_DECODE);
    filters.add(COSName.FLATE_DECODE);
    stream.setItem(COSName.FILTER, filters);
  }

  /// A picture in a form that claims to be 30,000 by 30,000.
  public static byte[] hugeInAForm() throws IOException {
    try (var document = new PDDocument()) {
      var picture = new PDStream(document);
      try (OutputStream out = picture.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(new byte[200_000]);
      }
      claim(picture.getCOSObject(), 30_000);
      var form = new PDFormXObject(document);
      form.setBBox(PDRectangle.A4);
      var inside = new PDResources();
      inside.getCOSObject().setItem(COSName.XOBJECT, new COSDictionary());
      inside
          .getCOSObject()
          .getCOSDictionary(COSName.XOBJECT)
          .setItem(COSName.getPDFName("P"), picture);
      form.setResources(inside);
      try (OutputStream out = form.getStream().createOutputStream()) {
        out.write("595 0 0 842 0 0 cm /P Do".getBytes(StandardCharsets.US_ASCII));
      }
      var resources = new PDResources();
      resources.put(COSName.getPDFName("F"), form);
      return onePage(document, resources, "/F Do");
    }
  }

  /// A picture that is written into the page itself and claims to be 30,000 by 30,000.
  public static byte[] hugeInThePage() throws IOException {
    try (var document = new PDDocument()) {
      return onePage(
          document,
          new PDResources(),
          "595 0 0 842 0 0 cm BI /W 30000 /H 30000 /BPC 8 /CS /RGB ID "
              + "x".repeat(5000)
              + "\nEI\n");
    }
  }

  private static void claim(COSDictionary picture, int pixels) {
    picture.setItem(COSName.TYPE, COSName.XOBJECT);
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    picture.setInt(COSName.WIDTH, pixels);
    picture.setInt(COSName.HEIGHT, pixels);
    picture.setInt(COSName.BITS_PER_COMPONENT, 8);
    picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
  }

  private static byte[] onePage(PDDocument document, PDResources resources, String drawn)
      throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    page.setResources(resources);
    var stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream()) {
      out.write(drawn.getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(stream);
    return saved(document);
  }

  /// A form that draws another ten times, which draws another ten times, and so on; then pages like
  /// a scanner's.
  public static byte[] drawingItselfAgainAndAgain(BufferedImage... behind) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      PDFormXObject below = null;
      for (int depth = 0; depth < 12; depth++) {
        var form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        var resources = new PDResources();
        var content = new StringBuilder();
        if (below == null) {
          content.append("0 0 500 700 re f ");
        } else {
          resources.put(COSName.getPDFName("F"), below);
          content.append("/F Do ".repeat(10));
        }
        form.setResources(resources);
        try (OutputStream out = form.getStream().createOutputStream()) {
          out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        below = form;
      }
      var resources = new PDResources();
      resources.put(COSName.getPDFName("F"), below);
      page.setResources(resources);
      var stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream()) {
        out.write("/F Do".getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      scanned(document, behind);
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
