package org.sightline.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// Finds the codes of stamps in a file somebody brings: a PDF, a picture, a table, or a table or a
/// text that another program has saved in a format of its own.
final class StampSearch {

  private static final int MOST_PAGES = 30;
  private static final int DOTS_PER_INCH = 200;
  private static final double MOST_PIXELS = 20_000_000;

  /// Of a file that unpacks to more, the rest is left unread.
  private static final int MOST_UNPACKED = 50_000_000;

  private StampSearch() {}

  /// @throws IOException when the file is damaged
  static Set<String> codes(byte[] file) throws IOException {
    if (startsWith(file, "%PDF")) {
      return ofPdf(file);
    }
    if (startsWith(file, "PK")) {
      return ofPacked(file);
    }
    var pictured = StampScan.codes(file);
    return pictured.isEmpty() ? StampCode.in(text(file)) : pictured;
  }

  /// What stands there to be read, and where nothing does, what a scanner's page shows.
  private static Set<String> ofPdf(byte[] file) throws IOException {
    try (var document = Loader.loadPDF(file)) {
      var found = new LinkedHashSet<>(StampCode.in(new PDFTextStripper().getText(document)));
      var metadata = document.getDocumentCatalog().getMetadata();
      if (metadata != null) {
        found.addAll(StampCode.in(new String(metadata.toByteArray(), StandardCharsets.UTF_8)));
      }
      return found.isEmpty() ? ofPages(document) : found;
    }
  }

  private static Set<String> ofPages(PDDocument document) throws IOException {
    var renderer = new PDFRenderer(document);
    var found = new LinkedHashSet<String>();
    for (int page = 0; page < Math.min(document.getNumberOfPages(), MOST_PAGES); page++) {
      found.addAll(
          StampScan.codes(
              renderer.renderImageWithDPI(page, dots(document.getPage(page)), ImageType.GRAY)));
    }
    return found;
  }

  /// Fewer on a sheet that is larger than paper is, so that no file fills the memory.
  private static float dots(PDPage page) {
    double inches = page.getCropBox().getWidth() * page.getCropBox().getHeight() / (72.0 * 72.0);
    return (float) Math.min(DOTS_PER_INCH, Math.sqrt(MOST_PIXELS / Math.max(1, inches)));
  }

  /// A spreadsheet or a text as office programs save it: XML files packed together.
  private static Set<String> ofPacked(byte[] file) throws IOException {
    var found = new LinkedHashSet<String>();
    int left = MOST_UNPACKED;
    try (var packed = new ZipInputStream(new ByteArrayInputStream(file))) {
      while (packed.getNextEntry() != null && left > 0) {
        byte[] part = packed.readNBytes(left);
        left -= part.length;
        found.addAll(
            StampCode.in(new String(part, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ")));
      }
    }
    return found;
  }

  private static String text(byte[] file) {
    return new String(file, charset(file));
  }

  private static Charset charset(byte[] file) {
    boolean marked = file.length >= 2;
    if (marked && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (marked && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] file, String start) {
    return file.length > start.length()
        && new String(file, 0, start.length(), StandardCharsets.US_ASCII).equals(start);
  }
}
