package org.sightline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The first page of a print of ours as a PNG that knows its own size on paper. Its letters are
/// those of the print, whatever fonts the machine has; a character in it cannot ask for anything.
public final class PagePicture {

  private static final String PNG = "javax_imageio_png_1.0";
  private static final double INCHES_TO_A_METRE = 1 / 0.0254;

  private PagePicture() {}

  /// @param pdf made by [Pdf]
  /// @param dotsPerInch 300 is what a printer needs; of A4 that is nine million dots
  public static byte[] of(byte[] pdf, int dotsPerInch) {
    try (var document = Loader.loadPDF(pdf);
        var bytes = new ByteArrayOutputStream();
        var out = ImageIO.createImageOutputStream(bytes)) {
      var picture = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.RGB);
      var writer = ImageIO.getImageWritersByFormatName("png").next();
      var metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(picture), writer.getDefaultWriteParam());
      var size = new IIOMetadataNode("pHYs");
      String dots = String.valueOf(Math.round(dotsPerInch * INCHES_TO_A_METRE));
      size.setAttribute("pixelsPerUnitXAxis", dots);
      size.setAttribute("pixelsPerUnitYAxis", dots);
      size.setAttribute("unitSpecifier", "meter");
      var root = new IIOMetadataNode(PNG);
      root.appendChild(size);
      metadata.mergeTree(PNG, root);
      writer.setOutput(out);
      writer.write(new IIOImage(picture, null, metadata));
      writer.dispose();
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
