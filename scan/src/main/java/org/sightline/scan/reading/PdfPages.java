package org.sightline.scan.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;

/// The pages of a PDF as pictures. What a scanner wrote is one picture on each page: it is taken as
/// it is. Any other page is drawn.
final class PdfPages implements AutoCloseable {

  private static final double POINTS_PER_INCH = 72;
  private static final double USUAL = 200;
  private static final double MOST_DRAWN = 20_000_000;
  private static final double LEAST = 100;

  private final PDDocument document;

  private PdfPages(PDDocument document) {
    this.document = document;
  }

  static PdfPages open(Path file) throws IOException {
    PDDocument document;
    try {
      document = Loader.loadPDF(file.toFile());
    } catch (InvalidPasswordException locked) {
      throw new NotRead(Refusal.PASSWORD);
    } catch (IOException | RuntimeException damaged) {
      throw new NotRead(Refusal.DAMAGED);
    }
    int pages = document.getNumberOfPages();
    if (pages > PictureDecoding.MOST_PAGES || pages == 0) {
      document.close();
      throw new NotRead(pages == 0 ? Refusal.NO_PAGES : Refusal.TOO_MANY_PAGES);
    }
    return new PdfPages(document);
  }

  int count() {
    return document.getNumberOfPages();
  }

  /// The picture a page consists of, or `null` when it has to be drawn.
  @Nullable Picture onlyPicture(int number) {
    try {
      var pictures = pictures(document.getPage(number));
      return pictures.size() == 1 ? decode(pictures.getFirst()) : null;
    } catch (IOException | RuntimeException damaged) {
      if (damaged instanceof NotRead refusal && refusal.why() == Refusal.TOO_MANY_PIXELS) {
        throw refusal;
      }
      return null;
    }
  }

  Picture drawn(int number) {
    try {
      var page = document.getPage(number);
      var box = page.getCropBox();
      double inches = box.getWidth() / POINTS_PER_INCH * (box.getHeight() / POINTS_PER_INCH);
      double dotsPerInch = Math.min(USUAL, Math.sqrt(MOST_DRAWN / inches));
      if (!(dotsPerInch >= LEAST)) {
        throw new NotRead(Refusal.TOO_MANY_PIXELS);
      }
      Unpacking.check(page);
      var renderer = new PdfDrawing(document);
      renderer.setSubsamplingAllowed(true);
      var picture =
          Picture.of(renderer.renderImageWithDPI(number, (float) dotsPerInch, ImageType.RGB));
      return renderer.hasScan() ? picture : picture.drawn();
    } catch (IOException damaged) {
      throw new NotRead(Refusal.DAMAGED);
    } catch (RuntimeException damaged) {
      throw damaged instanceof NotRead ? damaged : new NotRead(Refusal.DAMAGED);
    }
  }

  private static List<PDImageXObject> pictures(PDPage page) throws IOException {
    var pictures = new ArrayList<PDImageXObject>();
    var resources = page.getResources();
    if (resources == null) {
      return pictures;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDImageXObject picture) {
        pictures.add(picture);
      }
    }
    return pictures;
  }

  private static @Nullable Picture decode(PDImageXObject picture) throws IOException {
    PdfDrawing.check(picture);
    int by = PictureDecoding.subsampling(picture.getWidth(), picture.getHeight());
    if ((long) picture.getWidth() * picture.getHeight() < 700_000) {
      return null;
    }
    var filters = picture.getStream().getFilters();
    if (filters.size() == 1
        && COSName.DCT_DECODE.equals(filters.getFirst())
        && picture.getColorSpace().getNumberOfComponents() == 3) {
      try (var raw = picture.getStream().getCOSObject().createRawInputStream();
          var input =
              new MemoryCacheImageInputStream(new ByteArrayInputStream(raw.readAllBytes()))) {
        return PictureDecoding.decode(FileKind.JPEG, input, 0);
      }
    }
    return Picture.of(picture.getImage(null, by));
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
