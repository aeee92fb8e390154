package org.sightline.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/// Prints sheets of one layout as vector PDF, a page for each sheet. What all sheets share is drawn
/// once and stamped on each page. Everything a student looks at and does not colour is grey or
/// black, so that it carries no hue and a photocopy keeps it.
public final class SheetPrinter {

  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  /// The font that PDFBox brings; letters it does not know are printed as squares.
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private SheetPrinter() {}

  /// Prints. Takes a few milliseconds a sheet once warm.
  public static byte[] print(SheetLayout layout, List<PrintedSheet> sheets, SheetWords words) {
    return print(layout, sheets, words, null);
  }

  /// @param underlay printed faintly beneath the zones
  public static byte[] print(
      SheetLayout layout,
      List<PrintedSheet> sheets,
      SheetWords words,
      @Nullable Underlay underlay) {
    try (var document = new PDDocument();
        var font = SheetPrinter.class.getResourceAsStream(FONT)) {
      var letters = PDType0Font.load(document, font, true);
      var common = commonPart(document, layout, words, letters, underlay);
      for (var sheet : sheets) {
        page(document, layout, words, letters, common, sheet);
      }
      describe(document);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDRectangle sizeOf(SheetLayout layout) {
    return new PDRectangle(
        (float) layout.page().width() * POINTS_PER_MILLIMETRE,
        (float) layout.page().height() * POINTS_PER_MILLIMETRE);
  }

  private static PDFormXObject commonPart(
      PDDocument document,
      SheetLayout layout,
      SheetWords words,
      PDFont font,
      @Nullable Underlay underlay)
      throws IOException {
    var form = new PDAppearanceStream(document);
    form.setBBox(sizeOf(layout));
    form.setResources(new PDResources());
    try (var content =
        new PDPageContentStream(document, form, form.getStream().createOutputStream())) {
      var pen = new Pen(content, font, layout.page().height());
      if (underlay != null) {
        var faint = LosslessFactory.createFromImage(document, underlay.faint());
        pen.picture(faint, underlay, LayingOut.frame(layout));
      }
      new SheetDrawing(pen, layout, words).drawCommon();
    }
    return form;
  }

  private static void page(
      PDDocument document,
      SheetLayout layout,
      SheetWords words,
      PDFont font,
      PDFormXObject common,
      PrintedSheet sheet)
      throws IOException {
    var page = new PDPage(sizeOf(layout));
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.drawForm(common);
      new SheetDrawing(new Pen(content, font, layout.page().height()), layout, words)
          .drawOwn(sheet);
    }
  }

  /// Asks the printer for one page on each leaf and for its true size.
  private static void describe(PDDocument document) {
    var information = new PDDocumentInformation();
    information.setTitle("Plan sheets");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en-GB");
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDuplex(PDViewerPreferences.DUPLEX.Simplex);
    preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }
}
