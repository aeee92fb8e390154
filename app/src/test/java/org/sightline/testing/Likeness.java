package org.sightline.testing;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// How far two pictures of pages are from one another, seen from so far away that letters run
/// together: both in grey and 64 dots wide. A date, another letter or the smoothing of a font
/// changes next to nothing; a block that has moved changes the part of the page where it was.
///
/// @param overall the mean difference of all dots, from 0 to 255
/// @param worstPart the same of the part that differs most; the page has eight by five
public record Likeness(double overall, double worstPart) {

  /// Measured on 23 November 2026: the pages of the README among one another are 22 and 37 apart or
  /// more, one that lies ten dots lower 8 and 20, one without the band at its top 1.4 and 17 or
  /// more.
  static final double MOST_OVERALL = 2;

  static final double MOST_IN_A_PART = 9;

  private static final int WIDTH = 64;
  private static final int PARTS_ACROSS = 8;
  private static final int PARTS_DOWN = 5;

  public static Likeness of(Path one, Path other) {
    try {
      return of(ImageIO.read(one.toFile()), ImageIO.read(other.toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Likeness of(BufferedImage one, BufferedImage other) {
    int height = Math.max(PARTS_DOWN, Math.round(WIDTH * (float) one.getHeight() / one.getWidth()));
    var here = small(one, height);
    var there = small(other, height);
    var parts = new double[PARTS_ACROSS * PARTS_DOWN];
    var dots = new int[parts.length];
    double all = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int apart = Math.abs(grey(here, x, y) - grey(there, x, y));
        int part = y * PARTS_DOWN / height * PARTS_ACROSS + x * PARTS_ACROSS / WIDTH;
        parts[part] += apart;
        dots[part]++;
        all += apart;
      }
    }
    double worst = 0;
    for (int part = 0; part < parts.length; part++) {
      worst = Math.max(worst, parts[part] / dots[part]);
    }
    return new Likeness(all / (WIDTH * height), worst);
  }

  /// Whether they show the same page.
  public boolean isClose() {
    return overall <= MOST_OVERALL && worstPart <= MOST_IN_A_PART;
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }

  /// Every dot is the mean of what it stands for.
  private static BufferedImage small(BufferedImage image, int height) {
    var grey = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    var pen = grey.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.drawImage(image.getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return grey;
  }
}
