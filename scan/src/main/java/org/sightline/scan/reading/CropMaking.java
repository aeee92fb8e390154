package org.sightline.scan.reading;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.sightline.scan.Crops;
import org.sightline.scan.Outline;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReading.Crop;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.ZoneReading;

/// Cuts places out of a picture, upright, at the same scale whatever the camera did. The new
/// picture carries nothing of what the camera wrote into the file.
final class CropMaking {

  private static final double AROUND = 3;
  private static final double MOST = 700;

  private final Picture picture;
  private final PageMapping mapping;

  CropMaking(Picture picture, PageMapping mapping) {
    this.picture = picture;
    this.mapping = mapping;
  }

  Read add(Read read, SheetLayout layout, Crops crops) {
    var zones = new ArrayList<ZoneReading>();
    for (int i = 0; i < read.zones().size(); i++) {
      var zone = read.zones().get(i);
      zones.add(
          isWanted(read.sheet(), zone, crops)
              ? zone.with(new Crop(crop(corners(layout, i))))
              : zone);
    }
    return new Read(read.sheet(), read.version(), zones, read.ticks());
  }

  /// Every tenth is drawn by lot from the random id of the sheet: the same however often it is
  /// read.
  static boolean isWanted(String sheet, ZoneReading zone, Crops crops) {
    return zone.level() == null
        || crops == Crops.ALL
        || (crops == Crops.FOR_REVIEW
            && new SplittableRandom((sheet + zone.id()).hashCode()).nextInt(10) == 0);
  }

  private static List<Point> corners(SheetLayout layout, int number) {
    var zone = layout.zones().get(number);
    if (!layout.isList()) {
      return zone.polygon();
    }
    return layout.boxes().stream()
        .filter(box -> box.zone().equals(zone.id()))
        .flatMap(
            box ->
                List.of(
                    new Point(box.x(), box.y()),
                    new Point(box.x() + box.width(), box.y() + box.height()))
                    .stream())
        .toList();
  }

  private byte[] crop(List<Point> corners) {
    var outline = new Outline(corners);
    double left = outline.minX() - AROUND;
    double top = outline.minY() - AROUND;
    double wide = outline.maxX() + AROUND - left;
    double high = outline.maxY() + AROUND - top;
    double scale = Math.min(6, MOST / Math.max(wide, high));
    int width = (int) Math.ceil(wide * scale);
    int height = (int) Math.ceil(high * scale);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = left + (column + 0.5) / scale;
        double y = top + (row + 0.5) / scale;
        copy((int) mapping.x(x, y), (int) mapping.y(x, y), to, 3 * (row * width + column));
      }
    }
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(int x, int y, byte[] to, int at) {
    if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
      return;
    }
    int from = 3 * (y * picture.width() + x);
    to[at] = picture.bytes()[from + 2 - picture.red()];
    to[at + 1] = picture.bytes()[from + 1];
    to[at + 2] = picture.bytes()[from + picture.red()];
  }
}
