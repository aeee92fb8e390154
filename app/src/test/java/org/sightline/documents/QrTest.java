package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.web.Qr;
import org.xml.sax.InputSource;

class QrTest {

  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @Test
  void anEmptyTextIsRefused() {
    assertThatThrownBy(() -> Qr.of("", "nothing")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextTooLongToScanFromPaperIsRefused() {
    assertThatThrownBy(() -> Qr.of("7".repeat(Qr.MAX_LENGTH + 1), "long"))
        .hasMessage("A QR code holds 1 to 300 characters, not 301");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7Q",
        "https://maps.brambleford.example/?code=KMP4F7",
        "Zoë, مريم, 日本, \uD83D\uDE00",
        " leading and trailing ",
        "<&\"'>"
      })
  void readsBackWhatWentIn(String text) throws ReaderException {
    assertThat(read(drawn(Qr.of(text, "a code")))).isEqualTo(text);
  }

  @Test
  void theLongestTextReadsBack() throws ReaderException {
    var text = "Brambleford 7".repeat(30).substring(0, Qr.MAX_LENGTH);

    assertThat(read(drawn(Qr.of(text, "a code")))).isEqualTo(text);
  }

  @Test
  void aQuietZoneOfFourModulesIsLeftFree() {
    var qr = Qr.of("7Q", "Sheet 7Q");

    BAR.matcher(qr.path())
        .results()
        .forEach(
            bar -> {
              int x = Integer.parseInt(bar.group(1));
              int y = Integer.parseInt(bar.group(2));
              int width = Integer.parseInt(bar.group(3));
              assertThat(x).isGreaterThanOrEqualTo(4);
              assertThat(x + width).isLessThanOrEqualTo(qr.size() - 4);
              assertThat(y).isBetween(4, qr.size() - 5);
            });
    assertThat(BAR.matcher(qr.path()).replaceAll("")).isEmpty();
  }

  @Test
  void readsBackFromPaper() throws IOException, ReaderException {
    var page = "<html><body>" + Qr.of("7Q", "Sheet 7Q").svg(100) + "</body></html>";
    var heading = new PrintHeading("Sheet", LocalDate.of(2026, 3, 9), null);

    try (var pdf = Loader.loadPDF(Pdf.of(page, Sheet.A4_PORTRAIT, heading))) {
      assertThat(read(new PDFRenderer(pdf).renderImageWithDPI(0, 100))).isEqualTo("7Q");
    }
  }

  @Test
  void aHostileDescriptionStaysText() throws Exception {
    var svg = Qr.of("7Q", "\"><script>alert(1)</script>&").svg(100);

    var factory = DocumentBuilderFactory.newInstance();
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("\"><script>alert(1)</script>&");
  }

  private static BufferedImage drawn(Qr qr) {
    int scale = 4;
    var image = new BufferedImage(qr.size() * scale, qr.size() * scale, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(java.awt.Color.BLACK);
    BAR.matcher(qr.path())
        .results()
        .forEach(
            bar ->
                pen.fillRect(
                    Integer.parseInt(bar.group(1)) * scale,
                    Integer.parseInt(bar.group(2)) * scale,
                    Integer.parseInt(bar.group(3)) * scale,
                    scale));
    pen.dispose();
    return image;
  }

  private static String read(BufferedImage image) throws ReaderException {
    int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
