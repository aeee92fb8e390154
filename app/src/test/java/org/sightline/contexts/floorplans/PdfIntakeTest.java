package org.sightline.contexts.floorplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.contexts.floorplans.HostileFiles.pdf;
import static org.sightline.contexts.floorplans.HostileFiles.pdfOfPages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfIntakeTest {

  private final PlanIntake intake = new PlanIntake(new PlanIntakeProcess());

  @Test
  void scriptsAreRefused() {
    refused(onePage(d -> d.getDocumentCatalog().setOpenAction(script())), Flaw.SCRIPTS);
  }

  @Test
  void scriptsSpeltWithEscapesAreRefused() {
    var file =
        new String(
            onePage(d -> d.getDocumentCatalog().setOpenAction(script())),
            StandardCharsets.ISO_8859_1);
    assertThat(file).contains("/JavaScript");

    var hidden = file.replace("/JavaScript", "/J#61vaScript").replace("/JS ", "/#4aS ");

    refused(hidden.getBytes(StandardCharsets.ISO_8859_1), Flaw.SCRIPTS);
  }

  @Test
  void launchingAProgramIsRefused() {
    refused(onePage(d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch())), Flaw.SCRIPTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EmbeddedFile", "FileAttachment", "RichMedia"})
  void filesPackedInsideAreRefused(String subtype) {
    var packed = new COSDictionary();
    packed.setName(COSName.SUBTYPE, subtype);

    refused(
        onePage(d -> d.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), packed)),
        Flaw.FILES_INSIDE);
  }

  @Test
  void aLockedPdfIsRefusedWithOrWithoutAPasswordToOpenIt() {
    refused(onePage(d -> protect(d, "secret")), Flaw.LOCKED_PDF);
    refused(onePage(d -> protect(d, "")), Flaw.LOCKED_PDF);
  }

  @Test
  void noPagesAndTooManyPagesAreRefused() {
    refused(pdfOfPages(0), Flaw.NO_PAGES);
    refused(pdfOfPages(21), Flaw.TOO_MANY_PAGES);
    refused(pdfOfPages(500), Flaw.TOO_MANY_PAGES);
  }

  @Test
  void aPageItDoesNotHaveIsRefused() {
    assertThat(intake.take(pdfOfPages(2), "plan.pdf", 3))
        .isEqualTo(new Intake.Refused(Flaw.NO_SUCH_PAGE.sentence()));
  }

  @Test
  void pagesOfAbsurdSizeAreRefused() {
    refused(pageOf(1_000_000, 1_000_000), Flaw.ABSURD_PAGE);
    refused(pageOf(2, 2), Flaw.ABSURD_PAGE);
    refused(pageOf(14_000, 100), Flaw.TOO_THIN);
  }

  @Test
  void aHugePictureInAFormInAFormIsRefused() {
    refused(onePage(d -> nest(d, 30_000, COSName.FLATE_DECODE)), Flaw.HUGE_PICTURE_INSIDE);
  }

  @Test
  void aPictureThatWouldBeLeftOutIsRefused() {
    refused(onePage(d -> nest(d, 300, COSName.JPX_DECODE)), Flaw.UNREADABLE_PICTURE_INSIDE);
  }

  @Test
  void aPdfCutToItsFirstBytesIsRefused() {
    refused(Arrays.copyOf(pdfOfPages(1), 60), Flaw.DAMAGED);
  }

  @Test
  void aPageThatNeverFinishesDrawingIsStopped() {
    var hurried = new PlanIntake(new PlanIntakeProcess(Duration.ofSeconds(4)));

    var outcome = hurried.take(onePage(PdfIntakeTest::drawForEver), "plan.pdf");

    assertThat(outcome).isEqualTo(new Intake.Refused(Flaw.TOO_MUCH_WORK.sentence()));
  }

  @Test
  void theChosenPageIsDrawnAndAllAreCounted() {
    var file =
        pdf(
            d -> {
              d.addPage(new PDPage(PDRectangle.A4));
              d.addPage(new PDPage(new PDRectangle(800, 400)));
            });

    var taken = (Intake.Taken) intake.take(file, "plan.pdf", 2);

    assertThat(taken.pages()).isEqualTo(2);
    assertThat(taken.picture().width()).isBetween(2399, 2400);
    assertThat(taken.picture().height()).isBetween(1199, 1200);
  }

  private void refused(byte[] file, Flaw why) {
    assertThat(intake.take(file, "plan.pdf")).isEqualTo(new Intake.Refused(why.sentence()));
  }

  private static byte[] onePage(Consumer<PDDocument> making) {
    return pdf(
        d -> {
          d.addPage(new PDPage(PDRectangle.A4));
          making.accept(d);
        });
  }

  private static byte[] pageOf(float width, float height) {
    return pdf(d -> d.addPage(new PDPage(new PDRectangle(width, height))));
  }

  private static PDActionJavaScript script() {
    return new PDActionJavaScript("app.alert('hello')");
  }

  private static void protect(PDDocument document, String userPassword) {
    try {
      document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void nest(PDDocument document, int side, COSName filter) {
    var picture = new COSStream();
    picture.setItem(COSName.TYPE, COSName.XOBJECT);
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    picture.setInt(COSName.WIDTH, side);
    picture.setInt(COSName.HEIGHT, side);
    write(picture, "x");
    picture.setItem(COSName.FILTER, filter);
    var inner = new PDFormXObject(document);
    inner.setResources(new PDResources());
    var objects = new COSDictionary();
    objects.setItem(COSName.getPDFName("Im0"), picture);
    inner.getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
    var outer = new PDFormXObject(document);
    outer.setResources(new PDResources());
    outer.getResources().add(inner);
    var page = document.getPage(0);
    page.setResources(new PDResources());
    page.getResources().add(outer);
  }

  private static void drawForEver(PDDocument document) {
    var slow = new COSStream();
    write(slow, "0 0 500 800 re 10 10 400 700 re f*\n".repeat(400_000));
    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, slow);
  }

  private static void write(COSStream stream, String words) {
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(words.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
