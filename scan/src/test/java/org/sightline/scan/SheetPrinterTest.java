package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.scan.classroom.Layouts;

class SheetPrinterTest {

  private static final String SLIP = "KMP4-7QW3-CM9X-22VR-F";
  private static final SheetWords WORDS =
      SheetWords.english("Help: any adult you trust.", "Until Friday 18 December 2026.");

  @Test
  void aSheetThatHasNoIdOfOursIsRefused() {
    assertThatThrownBy(() -> new PrintedSheet("anna", SLIP))
        .hasMessage("Not the id of a sheet: anna");
  }

  @Test
  void aSheetDoesNotShowItsSlipWhenItIsLogged() {
    assertThat(new PrintedSheet("ABCDEFGH23", SLIP).toString()).doesNotContain("KMP4");
  }

  @Test
  void theCodeOfTheSlipStandsBelowTheTearLineAlone() throws IOException {
    var layout = Layouts.school(3, Paper.A4_PORTRAIT, 20);
    try (var document = printed(layout, SLIP)) {
      double tear = LayingOut.tearLine(Paper.A4_PORTRAIT) * 72 / 25.4;

      var above = text(document, 0, tear);
      var below = text(document, tear, 842);

      assertThat(below).contains(SLIP, "Until Friday 18 December 2026.", "any adult you trust");
      assertThat(above).doesNotContain("KMP4").contains("No names, please", "ABCDEFGH23");
      assertThat(above).contains("Place 20");
    }
  }

  @Test
  void aSheetWithoutASlipHasNothingBelowTheTearLine() throws IOException {
    try (var document = printed(Layouts.list(3, Paper.A4_PORTRAIT, 12), null)) {
      assertThat(text(document, LayingOut.tearLine(Paper.A4_PORTRAIT) * 72 / 25.4, 842).strip())
          .isEmpty();
    }
  }

  @Test
  void aSheetIsDrawnAndHoldsNoPicture() throws IOException {
    try (var document = printed(Layouts.school(3, Paper.A3_LANDSCAPE, 20), SLIP)) {
      var resources = document.getPage(0).getResources();
      for (var name : resources.getXObjectNames()) {
        assertThat(resources.isImageXObject(name)).isFalse();
      }
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(1190f, 1191f);
    }
  }

  @Test
  void aLetterTheFontDoesNotKnowIsASquareAndNoFailure() throws IOException {
    var plan =
        LayoutFiles.readPlan("{\"zones\": [{\"id\": \"a\", \"label\": \"\u6559\u5ba4 A\"}]}");
    try (var document = printed(LayingOut.layOut(plan, Paper.A4_PORTRAIT, "ABCDEFGH"), SLIP)) {
      assertThat(text(document, 0, 842)).contains("A");
    }
  }

  private static PDDocument printed(SheetLayout layout, @Nullable String slip) throws IOException {
    return Loader.loadPDF(
        SheetPrinter.print(layout, List.of(new PrintedSheet("ABCDEFGH23", slip)), WORDS));
  }

  private static String text(PDDocument document, double from, double to) throws IOException {
    var stripper = new PDFTextStripperByArea();
    stripper.addRegion("it", new Rectangle2D.Double(0, from, 2000, to - from));
    stripper.extractRegions(document.getPage(0));
    return stripper.getTextForRegion("it");
  }
}
