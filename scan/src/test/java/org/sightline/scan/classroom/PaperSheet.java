package org.sightline.scan.classroom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.PrintedSheet;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetWords;
import org.sightline.scan.Underlay;

/// A sheet of paper: how much red, green and blue each spot throws back, from 0 to 1.
public final class PaperSheet {

  public final SheetLayout layout;
  public final String id;
  public final double perMillimetre;
  public final int width;
  public final int height;
  public final float[] light;

  private PaperSheet(
      SheetLayout layout, String id, double perMillimetre, int width, int height, float[] light) {
    this.layout = layout;
    this.id = id;
    this.perMillimetre = perMillimetre;
    this.width = width;
    this.height = height;
    this.light = light;
  }

  public static PaperSheet printed(SheetLayout layout, String id, int dotsPerInch) {
    return printed(layout, id, dotsPerInch, null);
  }

  public static PaperSheet printed(
      SheetLayout layout, String id, int dotsPerInch, @Nullable Underlay underlay) {
    byte[] pdf =
        SheetPrinter.print(
            layout,
            List.of(new PrintedSheet(id, "KMP4-7QW3-CM9X-22VR-F")),
            SheetWords.english("Help: any adult you trust.", "Until Friday 18 December 2026."),
            underlay);
    try (var document = Loader.loadPDF(pdf)) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.RGB);
      return of(layout, id, dotsPerInch, image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page that was printed elsewhere.
  public static PaperSheet of(SheetLayout layout, String id, int dotsPerInch, BufferedImage image) {
    var light = new float[3 * image.getWidth() * image.getHeight()];
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      light[3 * i] = (pixels[i] >> 16 & 255) / 255f;
      light[3 * i + 1] = (pixels[i] >> 8 & 255) / 255f;
      light[3 * i + 2] = (pixels[i] & 255) / 255f;
    }
    return new PaperSheet(
        layout, id, dotsPerInch / 25.4, image.getWidth(), image.getHeight(), light);
  }

  public PaperSheet copy() {
    return new PaperSheet(layout, id, perMillimetre, width, height, light.clone());
  }

  /// Lays a pencil on a spot.
  void swallow(int at, double[] pencil, double density) {
    for (int k = 0; k < 3; k++) {
      light[3 * at + k] *= (float) Math.exp(-pencil[k] * density);
    }
  }
}
