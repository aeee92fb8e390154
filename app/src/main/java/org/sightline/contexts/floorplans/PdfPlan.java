package org.sightline.contexts.floorplans;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Draws one page of a PDF. Runs only inside [PlanIntakeMain], whose end closes the document.
final class PdfPlan {

  private final PDDocument document;

  PdfPlan(byte[] file) throws IOException, Flawed {
    try {
      document = Loader.loadPDF(file);
    } catch (InvalidPasswordException e) {
      throw new Flawed(Flaw.LOCKED_PDF);
    }
    if (document.isEncrypted()) {
      throw new Flawed(Flaw.LOCKED_PDF);
    }
    if (pages() < 1) {
      throw new Flawed(Flaw.NO_PAGES);
    }
    if (pages() > PlanLimits.MAX_PAGES) {
      throw new Flawed(Flaw.TOO_MANY_PAGES);
    }
    PdfSearch.check(document.getDocument());
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /// @param page from 1
  BufferedImage draw(int page) throws IOException, Flawed {
    if (page > pages()) {
      throw new Flawed(Flaw.NO_SUCH_PAGE);
    }
    var scale = scale(document.getPage(page - 1));
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return renderer.renderImage(page - 1, scale, ImageType.RGB);
  }

  /// Dots per point, so that the long side comes out just under the largest allowed, whatever the
  /// page says of itself.
  private static float scale(PDPage page) throws Flawed {
    var box = page.getCropBox();
    var longest = Math.max(box.getWidth(), box.getHeight());
    var shortest = Math.min(box.getWidth(), box.getHeight());
    if (!(shortest >= PlanLimits.MIN_PAGE_POINTS && longest <= PlanLimits.MAX_PAGE_POINTS)) {
      throw new Flawed(Flaw.ABSURD_PAGE);
    }
    var scale = PlanLimits.MAX_SIDE / longest;
    if (shortest * scale < PlanLimits.MIN_SIDE + 1) {
      throw new Flawed(Flaw.TOO_THIN);
    }
    return scale;
  }
}
