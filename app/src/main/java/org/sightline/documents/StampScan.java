package org.sightline.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Reads the QR codes of stamps from a picture of a page: a scan, a photograph, a screenshot, also
/// made smaller and saved at half quality.
final class StampScan {

  /// Larger pictures are not opened.
  private static final long MOST_PIXELS = 120_000_000;

  /// A page of A3 at 300 dots per inch; larger ones are not made larger still.
  private static final int LARGE = 5_000;

  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE));

  private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
      List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

  private StampScan() {}

  /// The codes in a PNG or JPEG; empty when it is none, or too large.
  static Set<String> codes(byte[] file) throws IOException {
    try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return Set.of();
      }
      var reader = readers.next();
      try {
        reader.setInput(stream);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          return Set.of();
        }
        return codes(reader.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  /// The whole picture as it is, then larger, then smaller; then its lower half, where stamps are.
  static Set<String> codes(BufferedImage picture) {
    for (double scale : new double[] {1, 2, 3, 0.5}) {
      if (scale <= 1 || Math.max(picture.getWidth(), picture.getHeight()) * scale <= LARGE) {
        var found = seen(scaled(picture, scale));
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    int half = picture.getHeight() / 2;
    var lower = picture.getSubimage(0, half, picture.getWidth(), picture.getHeight() - half);
    return half == 0 ? Set.of() : seen(scaled(lower, 3));
  }

  private static Set<String> seen(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var source =
        new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    var found = new LinkedHashSet<String>();
    for (var binarizer : BINARIZERS) {
      var results = decoded(new BinaryBitmap(binarizer.apply(source)));
      if (results != null) {
        for (Result result : results) {
          if (StampCode.is(result.getText())) {
            found.add(result.getText());
          }
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static Result @Nullable [] decoded(BinaryBitmap bitmap) {
    try {
      return new QRCodeMultiReader().decodeMultiple(bitmap, HINTS);
    } catch (NotFoundException none) {
      return null;
    }
  }

  /// On white, so that what is transparent is paper.
  private static BufferedImage scaled(BufferedImage picture, double scale) {
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = scaled.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
