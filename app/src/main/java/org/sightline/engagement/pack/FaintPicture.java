package org.sightline.engagement.pack;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A floor's picture as it is printed under the zones: grey, because a photocopier is, and no finer
/// than a photocopier shows, because it is in the file once for every sheet.
final class FaintPicture {

  /// Dots on the longer side: about 140 to the inch on A4.
  private static final int MOST_DOTS = 1200;

  private FaintPicture() {}

  /// A `data:` URI of PNG.
  static String of(byte[] png) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(grey(read(png)), "png", bytes);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage read(byte[] png) {
    try {
      var picture = ImageIO.read(new ByteArrayInputStream(png));
      if (picture == null) {
        throw new IllegalArgumentException("A floor's picture is not a picture");
      }
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage grey(BufferedImage picture) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1, MOST_DOTS / (double) longer);
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    var pen = grey.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return grey;
  }
}
