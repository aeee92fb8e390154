package org.sightline.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.w3c.dom.Document;

/// Turns a page into PDF, with tags, language, title and bookmarks for a screen reader (PDF/UA).
///
/// The page is well-formed XHTML; pictures are inline SVG or `data:` URIs of PNG or JPEG. Nothing
/// is ever fetched: every other address is ignored (WB-03). The file carries its title, of a
/// stamped copy its code, and no other metadata, and the same page gives the same bytes (EX-02). A
/// character no font knows prints as a box.
///
/// Refused with [UnprintablePage]: XML that is not well-formed, and a document type declaration
/// with anything in it (entities could read files).
public final class Pdf {

  private static final String BASE = "print:";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Pdf() {}

  /// Prints a page on a sheet under a heading. Takes tens of milliseconds once warm.
  public static byte[] of(String xhtml, Sheet sheet, PrintHeading heading) {
    return print(xhtml, sheet, heading, false);
  }

  /// The same, and asks the printer for one page on each leaf: for pages that are cut up.
  public static byte[] oneSided(String xhtml, Sheet sheet, PrintHeading heading) {
    return print(xhtml, sheet, heading, true);
  }

  /// Names a picture that stands on many pages, so that it is drawn once at each size and stamped
  /// on the others: smaller and quicker. Two pictures with one name must be the same picture.
  ///
  /// @param svg a whole `svg` element of ours
  public static String drawnOnce(String name, String svg) {
    if (!svg.startsWith("<svg ") || !name.matches("[\\w ,.-]+")) {
      throw new IllegalArgumentException("Not a picture with a name: " + name);
    }
    return "<svg %s=\"%s\" ".formatted(DrawnOnce.NAME, name) + svg.substring("<svg ".length());
  }

  /// How many pages it has, for what must fit on one.
  public static int pages(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] print(String xhtml, Sheet sheet, PrintHeading heading, boolean oneSided) {
    var page = PrintPage.prepare(xhtml, sheet, heading);
    try (var renderer = rendererOf(page)) {
      renderer.createPDFWithoutClosing();
      try (var document = renderer.getPdfDocument()) {
        if (oneSided) {
          preferOneSide(document);
        }
        return bytesOf(document, heading);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfBoxRenderer rendererOf(Document page) {
    var builder = new PdfRendererBuilder();
    PrintFonts.addTo(builder);
    builder
        .withW3cDocument(page, BASE)
        .useSVGDrawer(
            new DrawnOnce(new BatikSVGDrawer(BatikSVGDrawer.SvgScriptMode.SECURE, Set.of("data"))))
        .useUriResolver((base, uri) -> PrintAddresses.allowed(uri) ? uri : null)
        .useExternalResourceAccessControl(
            (uri, type) -> PrintAddresses.allowed(uri),
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useExternalResourceAccessControl(
            (uri, type) -> PrintAddresses.allowed(uri),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .useReplacementText("\u25a1")
        .usePdfUaAccessibility(true)
        .usePdfVersion(1.7f)
        .withProducer("")
        .useFastMode();
    return builder.buildPdfRenderer();
  }

  /// Also asks not to shrink the pages to fit, so that what is cut up has its size.
  private static void preferOneSide(PDDocument document) {
    var catalog = document.getDocumentCatalog();
    var preferences = catalog.getViewerPreferences();
    if (preferences == null) {
      preferences = new PDViewerPreferences(new COSDictionary());
      catalog.setViewerPreferences(preferences);
    }
    preferences.setDuplex(PDViewerPreferences.DUPLEX.Simplex);
    preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
  }

  private static byte[] bytesOf(PDDocument document, PrintHeading heading) throws IOException {
    var information = new PDDocumentInformation();
    information.setTitle(heading.title());
    document.setDocumentInformation(information);
    PrintMetadata.replace(document, heading.title(), heading.stamp());
    if (heading.stamp() != null) {
      StampPrint.on(document, heading.stamp());
    }
    document.setDocumentId(0L);
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
