package org.sightline.engagement.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/// Brambleford School, which does not exist: twenty zones in a grid, and a plan drawn with lines.
final class InventedSchool {

  private static final List<String> NAMES =
      List.of(
          "Main hall",
          "Dining hall",
          "North stairwell",
          "South stairwell",
          "Girls' toilets",
          "Boys' toilets",
          "Ground floor corridor",
          "Lockers",
          "Library",
          "Playground",
          "Behind the sports hall and the old bicycle sheds",
          "Bus stop",
          "Music rooms",
          "Science corridor",
          "Changing rooms",
          "Field",
          "Reception",
          "Canteen queue",
          "Art block",
          "Somewhere else (route, bus, park, online)");

  private InventedSchool() {}

  static List<ZoneShape> zones(int columns, int rows) {
    var zones = new ArrayList<ZoneShape>();
    for (int i = 0; i < columns * rows; i++) {
      double x = (i % columns) / (double) columns;
      double y = (i / columns) / (double) rows;
      double wide = 0.9 / columns;
      double high = 0.85 / rows;
      var corners =
          List.of(
              new Corner(x + 0.01, y + 0.02),
              new Corner(x + wide, y + 0.02),
              new Corner(x + wide, y + high),
              new Corner(x + 0.01, y + high));
      zones.add(
          new ZoneShape(
              "z" + i,
              i + 1,
              NAMES.get(i % NAMES.size()),
              corners,
              new Corner(x + wide / 2, y + high / 2)));
    }
    return zones;
  }

  static List<ScoredZone> scores(int columns, int rows, int maps) {
    var scored = new ArrayList<ScoredZone>();
    var zones = zones(columns, rows);
    for (int i = 0; i < zones.size(); i++) {
      int red = (i * 7) % (maps / 2);
      int yellow = (i * 5) % (maps / 4);
      int green = Math.max(0, maps - red - yellow - i % 4);
      scored.add(
          new ScoredZone(
              zones.get(i),
              new Count.Exactly(green),
              new Count.Exactly(yellow),
              i == 5 ? new Count.FewerThan(5) : new Count.Exactly(red),
              maps,
              i % 4 == 3 && i / 4 < 5 ? i / 4 + 1 : null,
              i % 6 == 2));
    }
    return scored;
  }

  static PlanPicture plan() throws IOException {
    var image = new BufferedImage(800, 560, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 800, 560);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(3));
    pen.drawRect(20, 20, 760, 520);
    for (int i = 1; i < 5; i++) {
      pen.drawLine(i * 160, 20, i * 160, 240);
      pen.drawLine(i * 150, 320, i * 150, 540);
    }
    pen.drawLine(20, 240, 780, 240);
    pen.drawLine(20, 320, 780, 320);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return new PlanPicture(
        "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()),
        800.0 / 560);
  }
}
