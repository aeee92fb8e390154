package org.sightline.scan.reading;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.SheetLayout;

/// Reads the square code. Where it is, is known from the markers: its squares are sampled where
/// they must be, and only when that fails is it looked for.
final class CodeReader {

  /// Squares along one side: a code of 19 letters and digits with a quarter to spare.
  static final int SIDE = 25;

  /// How far beside its place it is tried, in squares and in steps.
  private static final double SHIFT = 0.28;

  private static final int SHIFTS = 3;

  private final Picture picture;

  CodeReader(Picture picture) {
    this.picture = picture;
  }

  /// @return what stands in it, or `null`
  @Nullable String read(SheetLayout layout, PageMapping mapping) {
    for (int ring = 0; ring <= SHIFTS; ring++) {
      for (int dy = -ring; dy <= ring; dy++) {
        for (int dx = -ring; dx <= ring; dx++) {
          if (Math.max(Math.abs(dx), Math.abs(dy)) == ring) {
            var text = decode(squares(layout.qr(), mapping, dx * SHIFT, dy * SHIFT));
            if (text != null) {
              return text;
            }
          }
        }
      }
    }
    return search(around(layout.qr(), mapping));
  }

  /// Looks for a code anywhere.
  @Nullable String search() {
    int by = Math.max(1, Math.max(picture.width(), picture.height()) / 2000);
    var small = SmallPicture.of(picture, by);
    return search(small);
  }

  private BitMatrix squares(SheetLayout.Qr qr, PageMapping mapping, double dx, double dy) {
    double square = qr.size() / SIDE;
    var values = new double[SIDE][SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double sum = 0;
        for (int i = -1; i <= 1; i++) {
          for (int j = -1; j <= 1; j++) {
            double x = qr.x() + (column + 0.5 + dx + i * 0.22) * square;
            double y = qr.y() + (row + 0.5 + dy + j * 0.22) * square;
            sum += picture.brightness(mapping.x(x, y), mapping.y(x, y));
          }
        }
        values[row][column] = sum;
      }
    }
    var squares = new BitMatrix(SIDE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        if (values[row][column] < threshold(values, row, column)) {
          squares.set(column, row);
        }
      }
    }
    return squares;
  }

  private static double threshold(double[][] values, int row, int column) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int y = Math.max(0, row - 4); y <= Math.min(SIDE - 1, row + 4); y++) {
      for (int x = Math.max(0, column - 4); x <= Math.min(SIDE - 1, column + 4); x++) {
        least = Math.min(least, values[y][x]);
        most = Math.max(most, values[y][x]);
      }
    }
    return (least + most) / 2;
  }

  private static @Nullable String decode(BitMatrix squares) {
    try {
      return new Decoder().decode(squares).getText();
    } catch (ChecksumException | FormatException | RuntimeException unreadable) {
      return null;
    }
  }

  private SmallPicture around(SheetLayout.Qr qr, PageMapping mapping) {
    int side = 420;
    var values = new byte[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double x = qr.x() - 4 + (qr.size() + 8) * (column + 0.5) / side;
        double y = qr.y() - 4 + (qr.size() + 8) * (row + 0.5) / side;
        values[row * side + column] = (byte) picture.brightness(mapping.x(x, y), mapping.y(x, y));
      }
    }
    return new SmallPicture(side, side, 1, values);
  }

  private static @Nullable String search(SmallPicture small) {
    var source =
        new PlanarYUVLuminanceSource(
            small.values(),
            small.width(),
            small.height(),
            0,
            0,
            small.width(),
            small.height(),
            false);
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(source)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (ReaderException | RuntimeException none) {
      return null;
    }
  }
}
