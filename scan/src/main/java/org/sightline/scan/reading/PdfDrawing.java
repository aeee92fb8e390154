package org.sightline.scan.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Underlay;

/// Draws pages of a PDF, and looks at what every picture claims before it is unpacked: on the page,
/// in a form, in a pattern, in a letter, or written into the page itself.
final class PdfDrawing extends PDFRenderer {

  private static final int LARGEST_HEAD = 1 << 20;

  private boolean hasScan;

  PdfDrawing(PDDocument document) {
    super(document);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new PageDrawer(parameters) {
      @Override
      public void drawImage(PDImage picture) throws IOException {
        check(picture);
        hasScan |= Math.max(picture.getWidth(), picture.getHeight()) > Underlay.MOST_DOTS;
        super.drawImage(picture);
      }
    };
  }

  /// Whether a picture was drawn that is larger than any beneath the places of a sheet.
  boolean hasScan() {
    return hasScan;
  }

  /// Refuses with [NotRead] what is too large, or has a mask that is.
  static void check(PDImage picture) throws IOException {
    PictureDecoding.subsampling(picture.getWidth(), picture.getHeight());
    if (picture instanceof PDImageXObject object) {
      Unpacking.check(object);
      checkJpeg(object);
      checkMask(object.getMask());
      checkMask(object.getSoftMask());
    }
  }

  private static void checkMask(@Nullable PDImageXObject mask) throws IOException {
    if (mask != null) {
      PictureDecoding.subsampling(mask.getWidth(), mask.getHeight());
      Unpacking.check(mask);
      checkJpeg(mask);
    }
  }

  /// What a JPEG is, the PDF around it need not say.
  private static void checkJpeg(PDImageXObject picture) throws IOException {
    var filters = picture.getStream().getFilters();
    if (filters.isEmpty() || !COSName.DCT_DECODE.equals(filters.getLast())) {
      return;
    }
    try (var content = picture.createInputStream(List.of(COSName.DCT_DECODE.getName()));
        var head =
            new MemoryCacheImageInputStream(
                new ByteArrayInputStream(content.readNBytes(LARGEST_HEAD)))) {
      PictureDecoding.checkJpeg(head);
    }
  }
}
