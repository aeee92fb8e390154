package org.sightline.contexts.floorplans;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/// Turns a picture the way the camera says it was held (EXIF orientation, 1 to 8).
final class Turning {

  private Turning() {}

  static BufferedImage upright(BufferedImage picture, int turn) {
    if (turn == 1) {
      return picture;
    }
    int w = picture.getWidth();
    int h = picture.getHeight();
    var onItsSide = turn >= 5;
    var to = new BufferedImage(onItsSide ? h : w, onItsSide ? w : h, BufferedImage.TYPE_INT_RGB);
    var op = new AffineTransformOp(move(turn, w, h), AffineTransformOp.TYPE_NEAREST_NEIGHBOR);
    return op.filter(picture, to);
  }

  private static AffineTransform move(int turn, int w, int h) {
    return switch (turn) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> throw new IllegalArgumentException("No orientation %d".formatted(turn));
    };
  }
}
