package org.sightline.scan.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;

/// A decoded picture: three bytes for each pixel, row by row.
///
/// @param red where in the three bytes red stands
/// @param hasColour false when it was stored in grey
/// @param isDrawn whether it was drawn from letters and lines and was never on paper
record Picture(int width, int height, byte[] bytes, int red, boolean hasColour, boolean isDrawn) {

  /// Keeps the bytes of the usual kinds and draws any other on white.
  static Picture of(BufferedImage image) {
    boolean hasColour = image.getColorModel().getNumColorComponents() >= 3;
    var raster = image.getRaster();
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && model.getNumBands() == 3
        && model.getPixelStride() == 3
        && model.getScanlineStride() == 3 * image.getWidth()
        && buffer.getOffset() == 0
        && buffer.getNumBanks() == 1
        && image.getColorModel().getColorSpace().isCS_sRGB()
        && raster.getSampleModelTranslateX() == 0
        && raster.getSampleModelTranslateY() == 0) {
      return new Picture(
          image.getWidth(),
          image.getHeight(),
          buffer.getData(),
          model.getBandOffsets()[0],
          hasColour,
          false);
    }
    var drawn =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return new Picture(
        image.getWidth(),
        image.getHeight(),
        ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData(),
        2,
        hasColour,
        false);
  }

  Picture drawn() {
    return new Picture(width, height, bytes, red, hasColour, true);
  }

  /// The brightest of the three colours, in which what children colour with is nearly as bright as
  /// paper and what is printed black stays black. Outside it is white.
  double brightness(double x, double y) {
    double fromX = x - 0.5;
    double fromY = y - 0.5;
    int column = (int) Math.floor(fromX);
    int row = (int) Math.floor(fromY);
    if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) {
      return brightest(Math.clamp(column, 0, width - 1), Math.clamp(row, 0, height - 1));
    }
    double right = fromX - column;
    double low = fromY - row;
    return (1 - low) * ((1 - right) * brightest(column, row) + right * brightest(column + 1, row))
        + low * ((1 - right) * brightest(column, row + 1) + right * brightest(column + 1, row + 1));
  }

  private int brightest(int column, int row) {
    int at = 3 * (row * width + column);
    return Math.max(bytes[at] & 255, Math.max(bytes[at + 1] & 255, bytes[at + 2] & 255));
  }

  /// Whether any pixel of a sample differs in its colours.
  boolean isColoured() {
    if (!hasColour) {
      return false;
    }
    int step = Math.max(1, width * height / 400_000);
    for (int pixel = 0; pixel < width * height; pixel += step) {
      int at = 3 * pixel;
      if (Math.abs(bytes[at] - bytes[at + 1]) > 0 || Math.abs(bytes[at + 1] - bytes[at + 2]) > 0) {
        return true;
      }
    }
    return false;
  }
}
