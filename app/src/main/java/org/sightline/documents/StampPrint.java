package org.sightline.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/// Draws the QR code of a [Stamp] at the foot of every page, on the left, where nothing else is
/// printed: 21 modules in 11 mm, error correction Q. For a screen reader it is no content; the line
/// beside it says the same.
final class StampPrint {

  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final float SIDE = (float) (11 * POINTS_PER_MM);
  private static final float LEFT = (float) (14 * POINTS_PER_MM);
  private static final float BOTTOM = (float) (4 * POINTS_PER_MM);

  private StampPrint() {}

  static void on(PDDocument document, Stamp stamp) throws IOException {
    var modules = modules(stamp.code());
    for (PDPage page : document.getPages()) {
      try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setNonStrokingColor(0f);
        draw(content, modules);
        content.endMarkedContent();
      }
    }
  }

  private static void draw(PDPageContentStream content, BitMatrix modules) throws IOException {
    float side = SIDE / modules.getWidth();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > start) {
          content.addRect(
              LEFT + start * side, BOTTOM + SIDE - (y + 1) * side, (x - start) * side, side);
        }
      }
    }
    content.fill();
  }

  static BitMatrix modules(String code) {
    try {
      return new QRCodeWriter()
          .encode(
              code,
              BarcodeFormat.QR_CODE,
              1,
              1,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q,
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
