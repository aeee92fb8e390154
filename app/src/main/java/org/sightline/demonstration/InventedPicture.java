package org.sightline.demonstration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.sightline.contexts.floorplans.PlanPicture;

/// Draws a crude floor plan of the invented school: walls, doors, and no writing.
final class InventedPicture {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 990;

  private InventedPicture() {}

  static PlanPicture of(List<InventedRoom> rooms) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setStroke(new BasicStroke(5));
    for (InventedRoom room : rooms) {
      var corners = room.outline().corners();
      int left = (int) (corners.getFirst().x() * WIDTH);
      int top = (int) (corners.getFirst().y() * HEIGHT);
      int width = (int) (corners.get(2).x() * WIDTH) - left;
      int height = (int) (corners.get(2).y() * HEIGHT) - top;
      pen.setColor(new Color(90, 90, 90));
      pen.drawRect(left, top, width, height);
      pen.setColor(Color.WHITE);
      pen.fillRect(left + width / 2 - 22, top + height - 4, 44, 8);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new PlanPicture(bytes.toByteArray(), WIDTH, HEIGHT);
  }
}
