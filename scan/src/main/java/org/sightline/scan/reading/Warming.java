package org.sightline.scan.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.sightline.scan.Crops;
import org.sightline.scan.LayingOut;
import org.sightline.scan.Paper;
import org.sightline.scan.Point;
import org.sightline.scan.PrintedSheet;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.SheetPlan;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetWords;

/// Loads what reading needs before there is anything to read: a sheet that nobody coloured is
/// printed, drawn and read.
final class Warming {

  private static final int DOTS_PER_INCH = 100;

  private Warming() {}

  /// What came of the sheet, which is nobody's.
  static SheetReading warm() throws IOException {
    var square =
        List.of(new Point(0, 0), new Point(100, 0), new Point(100, 100), new Point(0, 100));
    var plan = SheetPlan.of(new PageSize(100, 100), List.of(new Zone("1", "1", square)));
    var layout = LayingOut.layOut(plan, Paper.A4_PORTRAIT, "22222222");
    byte[] printed =
        SheetPrinter.print(
            layout, List.of(new PrintedSheet("2222222222", null, "")), SheetWords.english("", ""));
    try (var document = Loader.loadPDF(printed);
        var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg(document)))) {
      var picture = PictureDecoding.decode(FileKind.JPEG, input, 0);
      return new PageReader(List.of(layout)).read(picture, Crops.ALL);
    }
  }

  private static byte[] jpeg(PDDocument document) throws IOException {
    BufferedImage drawn =
        new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
