package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {

  private static final PrintHeading HEADING =
      new PrintHeading(
          "Score map",
          LocalDate.of(2026, 3, 9),
          new Stamp("0123456789ABCDEF", 3, "Copy 3, taken by Jobina Invented."));

  @Test
  void aPageThatIsNotWellFormedIsRefusedWithThePlaceAndNotTheText() {
    assertThatThrownBy(() -> print("<html><body><p>Mina Invented</body></html>"))
        .isInstanceOf(UnprintablePage.class)
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("Mina");
  }

  @Test
  void aDeclaredEntityIsRefused(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "planted");

    assertThatThrownBy(
            () ->
                print(
                    "<!DOCTYPE html [<!ENTITY x SYSTEM \"%s\">]><html><body>&x;</body></html>"
                        .formatted(secret.toUri())))
        .isInstanceOf(UnprintablePage.class);
  }

  @Test
  void aStyleSheetInsideAPictureIsRefused() {
    assertThatThrownBy(
            () ->
                print(
                    """
                    <html><body><svg xmlns="http://www.w3.org/2000/svg">
                    <style>@import url(http://127.0.0.1/a.css);</style></svg></body></html>"""))
        .isInstanceOf(UnprintablePage.class);
  }

  @Test
  void nothingIsEverFetched(@TempDir Path folder) throws IOException {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    var site = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    var file = Files.writeString(folder.resolve("f.css"), "p { display: none }").toUri().toString();

    var bytes =
        print(
            """
            <html><head><link rel="stylesheet" href="%1$sa.css"/><link rel="stylesheet" href="%2$s"/>
            <style>@import url(%1$sb.css); @font-face { font-family: X; src: url(%1$sf.ttf) }
            p { background: url(%1$sc.png); font-family: X, 'Liberation Sans' }</style></head><body>
            <p>still here</p><img src="%1$sd.png" alt=""/><object data="%1$so.svg"></object>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
              width="9" height="9"><image xlink:href="%1$se.png" width="9" height="9"/><use xlink:href="%1$sh.svg#a"/></svg>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
              width="9" height="9"><image xlink:href="%2$s" width="9" height="9"/></svg>
            </body></html>"""
                .formatted(site, file));

    server.stop(0);
    assertThat(asked).hasValue(0);
    assertThat(textOf(bytes)).contains("still here");
  }

  @Test
  void everyPageHasTitleDateCopyAndNumber() throws IOException {
    var bytes = print("<html><body><p>one</p><p class=\"new-sheet\">two</p></body></html>");

    assertThat(textOf(bytes))
        .contains("Score map", "9 March 2026, copy 3", "page 1 of 2", "page 2 of 2")
        .contains("Copy 3, taken by Jobina Invented.", "0123-4567-89AB-CDEF");
  }

  @Test
  void aHostileTitleCannotLeaveItsPlace() throws IOException {
    var heading =
        new PrintHeading("\"; } p { display: none } </style>\\", LocalDate.of(2026, 3, 9), null);

    var bytes = Pdf.of("<html><body><p>still here</p></body></html>", Sheet.A4_PORTRAIT, heading);

    assertThat(textOf(bytes)).contains("still here", "\"; } p { display: none } </style>\\");
  }

  @Test
  void theFileKnowsItsTitleAndLanguageAndNothingElse() throws IOException {
    try (var pdf = load(print("<html lang=\"cy\"><body><h1>Pennawd</h1></body></html>"))) {
      var information = pdf.getDocumentInformation();

      assertThat(information.getMetadataKeys()).containsExactly("Title");
      assertThat(information.getTitle()).isEqualTo("Score map");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("cy");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("Pennawd");
      assertThat(pdf.getDocumentCatalog().getMetadata().toByteArray())
          .asString(StandardCharsets.UTF_8)
          .contains("Score map", "pdfuaid:part")
          .doesNotContain("CreateDate", "openhtmltopdf", "PDFBox", "creator");
    }
  }

  @Test
  void theSamePageGivesTheSameBytes() {
    var page = "<html><body><h1>Same</h1><p>ē Ж</p></body></html>";

    assertThat(print(page)).isEqualTo(print(page));
  }

  @Test
  void everyNamePrintsAndAnUnknownLetterIsABox() throws IOException {
    var names = "Zoë Łukasz Ngũgĩ Дмитро Ελένη გიორგი Արամ";
    var bytes =
        print(
            """
            <html><body><p>%1$s</p><p>مريم</p><p>日本 \uD83D\uDE00 अ</p><svg
             xmlns="http://www.w3.org/2000/svg" width="300" height="40"
             font-family="'Liberation Sans','DejaVu Sans'"><text x="0" y="20">%1$s 日本 \uD83D\uDE00 مريم</text>
            </svg></body></html>"""
                .formatted(names));

    Files.createDirectories(Path.of("target/pictures"));
    Files.write(Path.of("target/pictures/names.pdf"), bytes);
    assertThat(textOf(bytes)).contains(names, "□");
  }

  @Test
  void paperHasTheSizeAskedFor() throws IOException {
    try (var pdf = load(Pdf.of("<html><body>x</body></html>", Sheet.A3_LANDSCAPE, HEADING))) {
      assertThat(Math.round(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4)).isEqualTo(420);
      assertThat(Math.round(pdf.getPage(0).getMediaBox().getHeight() / 72 * 25.4)).isEqualTo(297);
    }
  }

  @Test
  void aCharacterXmlCannotHoldPrintsAsAReplacementAndNeverFails() throws IOException {
    var bytes = print("<html><body><p>be\u0001fore \uFFFE \uD83D after</p></body></html>");

    assertThat(textOf(bytes)).contains("be", "fore", "after");
  }

  @Test
  void pagesThatAreCutUpAskForOneSideAndFullSize() throws IOException {
    try (var pdf = load(Pdf.oneSided("<html><body>x</body></html>", Sheet.A4_PORTRAIT, HEADING))) {
      var preferences = pdf.getDocumentCatalog().getViewerPreferences();

      assertThat(preferences.getDuplex()).isEqualTo("Simplex");
      assertThat(preferences.getPrintScaling()).isEqualTo("None");
      assertThat(pdf.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
    }
  }

  /// A plan stands on every sheet of a pack: drawn again each time, a pack took twice as long and
  /// five times the room.
  @Test
  void aNamedPictureIsDrawnOnceAtEachSizeAndStampedOnTheOtherPages() throws IOException {
    var small = named("plan", 40);
    var pages = (small + "<p style='page-break-after: always'>.</p>").repeat(6) + named("plan", 60);
    var once = print("<html><body>" + pages + "</body></html>");
    var again =
        print("<html><body>" + pages.replaceAll("data-drawing=\"[^\"]*\"", "") + "</body></html>");

    assertThat(drawings(once)).isEqualTo(2);
    assertThat(drawings(again)).isEqualTo(7);
    assertThat(textOf(once)).isEqualTo(textOf(again));
  }

  @Test
  void aPictureWithoutANameOrANameThatIsMarkupIsRefused() {
    assertThatThrownBy(() -> Pdf.drawnOnce("a\" onload=\"x", "<svg xmlns=\"\"/>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pdf.drawnOnce("a", "<p/>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String named(String name, int width) {
    return Pdf.drawnOnce(
        name,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%dmm" height="20mm" viewBox="0 0 200 100">\
        <rect x="1" y="1" width="90" height="90" fill="none" stroke="black"/>\
        <text x="9" y="50">Canteen</text></svg>"""
            .formatted(width));
  }

  private static long drawings(byte[] bytes) throws IOException {
    try (var pdf = load(bytes)) {
      return java.util.stream.StreamSupport.stream(pdf.getPages().spliterator(), false)
          .map(page -> page.getResources())
          .flatMap(
              held ->
                  java.util.stream.StreamSupport.stream(held.getXObjectNames().spliterator(), false)
                      .map(
                          name ->
                              held.getCOSObject().getCOSDictionary(COSName.XOBJECT).getItem(name)))
          .distinct()
          .count();
    }
  }

  private static byte[] print(String xhtml) {
    return Pdf.of(xhtml, Sheet.A4_PORTRAIT, HEADING);
  }

  private static PDDocument load(byte[] bytes) throws IOException {
    return Loader.loadPDF(bytes);
  }

  private static String textOf(byte[] bytes) throws IOException {
    try (var pdf = load(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
