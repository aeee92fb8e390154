package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.CopyTracing.Traced;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever took a copy is found from it, whatever was done to it on the way (EX-04).
@SightlineTest
class CopyTracingTest {

  private static final String PAGE =
      "<html><body><h1>Score map</h1><p>Hall: 3 red</p><p class=\"new-sheet\">More</p></body></html>";

  @Autowired private TestPeople people;
  @Autowired private Copies copies;
  @Autowired private CopyTracing tracing;
  @Autowired private SystemStore store;

  private SignedIn who;
  private String name;
  private byte[] pdf;
  private byte[] csv;

  @BeforeEach
  void takeCopies() {
    who = people.as(Role.HEAD);
    name = people.cast().the(Role.HEAD).name();
    pdf =
        take(
            stamp ->
                Pdf.of(
                    PAGE,
                    Sheet.A4_PORTRAIT,
                    new PrintHeading("Score map", LocalDate.of(2026, 3, 9), stamp)));
    csv =
        take(
            stamp ->
                SafeCsv.of(
                    List.of("place", "red"),
                    List.of(List.of("Hall", 3), List.of("Lockers", 0)),
                    stamp));
  }

  @Test
  void whatIsNoneOfOursIsNobodys() throws IOException {
    assertThat(tracing.trace("place,red\r\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(tracing.trace(new byte[0])).isEmpty();
    assertThat(tracing.traceCode("0000-0000-0000-0000")).isEmpty();
    var blank = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    assertThat(tracing.trace(png(blank))).isEmpty();
  }

  @Test
  void aSheetAsLargeAsAFieldDoesNotFillTheMemory() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(new PDRectangle(200_000, 200_000)));
      assertThat(tracing.trace(saved(document))).isEmpty();
    }
  }

  @Test
  void theFileItselfIsKnownByItsBytesAndTracingIsRecorded() throws IOException {
    for (byte[] file : List.of(pdf, csv)) {
      assertThat(tracing.trace(file))
          .singleElement()
          .satisfies(
              copy -> {
                assertThat(copy.exact()).isTrue();
                assertThat(copy.by()).isEqualTo(name);
                assertThat(copy.purpose()).isEqualTo(Purpose.MEETING);
              });
    }
    assertThat(acts()).contains("documents.copy-taken", "documents.copy-traced");
  }

  @Test
  void twoCopiesOfTheSameAreTwo() throws IOException {
    byte[] again =
        take(
            stamp ->
                Pdf.of(
                    PAGE,
                    Sheet.A4_PORTRAIT,
                    new PrintHeading("Score map", LocalDate.of(2026, 3, 9), stamp)));

    assertThat(again).isNotEqualTo(pdf);
    assertThat(number(again)).isGreaterThan(number(pdf));
  }

  @Test
  void aPdfThatWasSavedAgainWithoutItsMetadataIsKnownByItsText() throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      document.getDocumentCatalog().setMetadata(null);
      document.removePage(0);
      assertThat(number(saved(document))).isEqualTo(number(pdf));
    }
  }

  @Test
  void aTableIsKnownBySomeOfItsRowsInWhateverFormTheyWereSaved() throws IOException {
    String rows = new String(csv, StandardCharsets.UTF_8).lines().skip(2).findFirst().orElseThrow();
    byte[] plain = rows.getBytes(StandardCharsets.UTF_8);
    byte[] wide = ("\uFEFF" + rows.replace(',', ';')).getBytes(StandardCharsets.UTF_16LE);

    assertThat(number(plain)).isEqualTo(number(csv));
    assertThat(number(wide)).isEqualTo(number(csv));
    assertThat(number(workbook(rows))).isEqualTo(number(csv));
  }

  @Test
  void aCodeIsFoundAsSomebodyTypesItOffThePaper() throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      String code =
          StampCode.in(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
              .iterator()
              .next();
      String typed = StampCode.printed(code).toLowerCase(java.util.Locale.ROOT).replace('0', 'o');
      assertThat(tracing.traceCode(" " + typed + " ")).hasSize(1);
    }
  }

  /// Dots per inch of the scan, how much smaller it was made, the quality of the JPEG, and by how
  /// many degrees it lies askew.
  @ParameterizedTest
  @CsvSource({
    "200, 1.0, 1.0, 0",
    "300, 0.5, 0.5, 0",
    "200, 0.5, 0.5, 0",
    "150, 0.5, 0.5, 0",
    "200, 0.5, 0.5, 4",
    "300, 0.5, 0.3, -7",
    "200, 1.0, 0.5, 90",
    "150, 1.0, 0.5, 180"
  })
  void aPictureOfAPageIsKnownByItsQrCode(int dots, double scale, float quality, double degrees)
      throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var page = new PDFRenderer(document).renderImageWithDPI(1, dots);
      var photograph = turned(smaller(page, scale), degrees);

      assertThat(number(jpeg(photograph, quality))).as("as JPEG").isEqualTo(number(pdf));
      assertThat(number(png(photograph))).as("as PNG").isEqualTo(number(pdf));
    }
  }

  @Test
  void aScanInAPdfIsKnownByItsQrCode() throws IOException {
    try (var document = Loader.loadPDF(pdf);
        var scan = new PDDocument()) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
      var page = new PDPage(PDRectangle.A4);
      scan.addPage(page);
      try (var content = new PDPageContentStream(scan, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(scan, image),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      assertThat(number(saved(scan))).isEqualTo(number(pdf));
    }
  }

  @Test
  void aStampedPdfSaysNothingMoreThanItShows() throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var information = document.getDocumentInformation();
      assertThat(information.getTitle()).isEqualTo("Score map");
      assertThat(information.getAuthor()).isNull();
      assertThat(information.getCreator()).isNull();
      assertThat(information.getProducer()).isNullOrEmpty();
      assertThat(
              new String(
                  document.getDocumentCatalog().getMetadata().toByteArray(),
                  StandardCharsets.UTF_8))
          .doesNotContain(name, who.user().toString(), "/home", "/tmp", "file:")
          .isNotEmpty();
    }
  }

  private byte[] take(java.util.function.Function<Stamp, byte[]> make) {
    return copies.take(
        who,
        new Original("engagement.score-summary-pdf", people.school(), UUID.randomUUID()),
        Purpose.MEETING,
        make);
  }

  private long number(byte[] file) throws IOException {
    var found = tracing.trace(file);
    assertThat(found).as("copies found").hasSize(1);
    return found.stream().map(Traced::number).findFirst().orElseThrow();
  }

  private List<String> acts() {
    return store
        .jdbc()
        .sql("select distinct act from audit.entry where act like 'documents.copy-%'")
        .query(String.class)
        .list();
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /// As an office program packs a sheet.
  private static byte[] workbook(String row) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new ZipOutputStream(bytes)) {
      packed.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      packed.write(
          ("<sst><si><t>" + row.replace(",", "</t></si><si><t>") + "</t></si></sst>")
              .getBytes(StandardCharsets.UTF_8));
      packed.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage smaller(BufferedImage page, double scale) {
    return drawn(
        page,
        (int) (page.getWidth() * scale),
        (int) (page.getHeight() * scale),
        AffineTransform.getScaleInstance(scale, scale));
  }

  private static BufferedImage turned(BufferedImage page, double degrees) {
    int side = (int) (Math.hypot(page.getWidth(), page.getHeight()) + 20);
    var turn = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
    turn.rotate(Math.toRadians(degrees));
    turn.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    return degrees == 0 ? page : drawn(page, side, side, turn);
  }

  private static BufferedImage drawn(
      BufferedImage page, int width, int height, AffineTransform how) {
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(page, how, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    try (var stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
