package org.sightline.scan.classroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
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
      return saved(document);
    }
  }

  /// A few kilobytes that unpack, twice, to one list of a thousand million numbers.
  public static byte[] unpacking() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var twice = new ByteArrayOutputStream();
      try (var outer = new DeflaterOutputStream(twice, new Deflater(9));
          var inner = new DeflaterOutputStream(outer, new Deflater(9), 1 << 16)) {
        inner.write('[');
        byte[] numbers = "7 ".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2000; i++) {
          inner.write(numbers);
        }
      }
      var stream = new PDStream(document);
      try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
        raw.write(twice.toByteArray());
      }
      var filters = new org.apache.pdfbox.cos.COSArray();
      filters.add(COSName.FLATE_DECODE);
      filters.add(COSName.FLATE_DECODE);
      stream.getCOSObject().setItem(COSName.FILTER, filters);
      page.setContents(stream);
      return saved(document);
    }
  }

  /// A form that draws another ten times, which draws another ten times, and so on.
  public static byte[] drawingItselfAgainAndAgain() throws IOException {
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
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
