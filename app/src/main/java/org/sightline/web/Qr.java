package org.sightline.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as an SVG path: error correction M (15 of 100), a quiet zone of four modules as
/// ISO/IEC 18004 asks, UTF-8.
///
/// @param path the dark modules, each one unit wide, with the quiet zone inside
/// @param size width and height in units
/// @param alt what the picture says, for somebody who cannot see it
public record Qr(String path, int size, String alt) {

  /// The longest text taken, in characters: beyond it the squares are too small to scan from paper.
  public static final int MAX_LENGTH = 300;

  private static final int QUIET_ZONE = 4;

  /// The code of a text, such as an address. Refuses an empty text and one over [#MAX_LENGTH].
  public static Qr of(String text, String alt) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A QR code holds 1 to %d characters, not %d".formatted(MAX_LENGTH, text.length()));
    }
    try {
      var hints =
          Map.of(
              EncodeHintType.ERROR_CORRECTION,
              ErrorCorrectionLevel.M,
              EncodeHintType.MARGIN,
              QUIET_ZONE,
              EncodeHintType.CHARACTER_SET,
              "UTF-8");
      var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
      return new Qr(pathOf(matrix), matrix.getWidth(), alt);
    } catch (WriterException e) {
      throw new IllegalArgumentException("This text does not fit a QR code", e);
    }
  }

  /// The whole picture with its white ground, `pixels` wide and high.
  public String svg(int pixels) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img"\
     aria-label="%s"><rect width="%d" height="%d" fill="#ffffff"/><path d="%s" fill="#0b0c0c"\
     shape-rendering="crispEdges"/></svg>"""
        .formatted(pixels, pixels, size, size, escaped(alt), size, size, path);
  }

  private static String pathOf(BitMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        int start = x;
        while (x < matrix.getWidth() && matrix.get(x, y)) {
          x++;
        }
        if (x > start) {
          path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
        }
      }
    }
    return path.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
